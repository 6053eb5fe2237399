// Flags checked and turned into what the rooms below take; every message says what is wrong and what is allowed.
import { InvalidArgumentError } from 'commander';
import type { Format, RenderOptions } from '../format/parts/format.ts';
import { formatForFile, formatNamed, FORMATS } from '../format/formats.ts';
import type { NoteDefaults } from '../read/parts/reader.ts';
import { CliFailure, EXIT } from './exit.ts';
import type { Io } from './io.ts';

/** Flags that `analyze`, `why` and `why-not` share. */
export interface NoteFlags {
  readonly setting?: 'outpatient' | 'inpatient';
  readonly date?: string;
  readonly encounter?: 'initial' | 'subsequent' | 'sequela';
  readonly type?: string;
  readonly input: string;
  readonly color?: boolean;
  readonly width?: number;
}

/** What the flags say about notes that do not say it themselves; checks the date. */
export async function noteDefaults(flags: NoteFlags): Promise<NoteDefaults> {
  const { setting, date, encounter, type } = flags;
  if (date !== undefined) await checkDate(date);
  return {
    ...(setting === undefined ? {} : { setting }), ...(date === undefined ? {} : { date }),
    ...(encounter === undefined ? {} : { encounter }), ...(type === undefined ? {} : { type }),
  };
}

async function checkDate(date: string): Promise<void> {
  const { serviceDate } = await import('../wire.ts');
  const checked = serviceDate.safeParse(date);
  if (!checked.success) throw new CliFailure(EXIT.usage, `--date ${date}: ${checked.error.issues[0]?.message ?? 'is not a date'}`);
}

/** The format asked for: by name, else by the name of the output file, else text on a terminal and jsonl elsewhere. */
export function chooseFormat(flags: { readonly format?: string; readonly output?: string }, io: Io): Format {
  const byFile = flags.output === undefined ? undefined : formatForFile(flags.output);
  const usual = flags.output === undefined && io.terminalColumns !== undefined ? 'text' : 'jsonl';
  const format = flags.format === undefined ? byFile ?? formatNamed(usual) : formatNamed(flags.format);
  if (format) return format;
  throw new CliFailure(EXIT.usage, `--format ${flags.format}: is not a format; choose one of ${FORMATS.map(({ name }) => name).join(', ')}`);
}

/** Colour: the flag, then NO_COLOR, then FORCE_COLOR, then whether a terminal reads it. */
function wantsColor(flags: { readonly color?: boolean; readonly output?: string }, io: Io): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  if (flags.color !== undefined) return flags.color;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return flags.output === undefined && io.terminalColumns !== undefined && TERM !== 'dumb';
}

/** How the output is to look. The width is the flag, the terminal, or 80. */
export function renderOptions(flags: { readonly color?: boolean; readonly width?: number; readonly full?: boolean; readonly output?: string }, io: Io): RenderOptions {
  return { color: wantsColor(flags, io), width: flags.width ?? Math.min(io.terminalColumns ?? 80, 120), full: flags.full ?? false };
}

/** How many hits to show, from 1 to 100. */
export function parseLimit(value: string): number {
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw new InvalidArgumentError('It is a whole number from 1 to 100.');
  return limit;
}

/** A width in columns, from 40 to 400. */
export function parseWidth(value: string): number {
  const width = Number(value);
  if (!Number.isInteger(width) || width < 40 || width > 400) throw new InvalidArgumentError('It is a whole number of columns from 40 to 400.');
  return width;
}
