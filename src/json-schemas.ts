// The JSON Schemas that the package publishes, drawn from the zod schemas of the boundary.
import * as z from 'zod';
import { noteSchema, reportSchema } from './wire.ts';

/** By file name: `note` (what goes in) and `report` (what comes out), draft 2020-12. */
export const jsonSchemas = (): Readonly<Record<string, unknown>> => ({
  note: z.toJSONSchema(noteSchema, { io: 'input' }),
  report: z.toJSONSchema(reportSchema),
});
