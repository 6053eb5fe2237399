// The worklist over HTTP: list, one query whole, measures, a step. The same answers as `lumbago worklist … --format json`.
// Not its job: who may ask (guard-requests.ts), what is possible (store/).
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { readEvents, type WorklistEvent } from '../store/chain.ts';
import { textToSend } from '../store/effects.ts';
import { findQuery } from '../store/find-query.ts';
import { listQueries } from '../store/list-queries.ts';
import { DEFINITIONS, GROUPINGS, measureWorklist } from '../store/measures.ts';
import { queryRecord } from '../store/query-record.ts';
import { STATUSES } from '../store/steps.ts';
import { takeStep } from '../store/take-step.ts';
import { HttpFault } from './http-fault.ts';
import { plainRequest, stepRequestSchema } from './step-schema.ts';
import type { WorklistDesk } from './worklist-desk.ts';

export interface WorklistFrame {
  readonly desk: WorklistDesk;
  /** Who takes a step when the request names nobody. */
  readonly actor: string;
  readonly now: () => string;
}

const filterSchema = z.strictObject({ status: z.enum(STATUSES).optional(), axis: z.string().optional(), assignee: z.string().optional() });
const groupingSchema = z.strictObject({ by: z.enum(GROUPINGS).optional() });
const calledSchema = z.object({ query: z.string().max(300) });
const MOST = 256 * 1024;

/** Adds the routes of the worklist. A note's id with a slash is written %2F. */
export function addWorklistRoutes(server: FastifyInstance, { desk, actor, now }: WorklistFrame): void {
  server.get('/api/worklist/queries', async (request) => {
    const { status, axis, assignee } = check(filterSchema, request.query);
    const filter = { ...(status && { status }), ...(axis && { axis }), ...(assignee && { assignee }) };
    return desk.use(async (database) => ({ place: placeName(database.place), actor, queries: (await listQueries(database, filter)).map(queryRecord) }));
  });
  server.get('/api/worklist/queries/:query', async (request) => {
    const { query } = check(calledSchema, request.params);
    return desk.use(async (database) => {
      const found = await findQuery(database, query);
      const history: WorklistEvent[] = [];
      for await (const event of readEvents(database, found.id)) history.push(event);
      return { ...found, history };
    });
  });
  server.get('/api/worklist/queries/:query/text', async (request) => {
    const { query } = check(calledSchema, request.params);
    const found = await desk.use((database) => findQuery(database, query));
    return { text: found.textAsSent ?? textToSend(found) };
  });
  server.get('/api/worklist/measures', async (request) => {
    const { by } = check(groupingSchema, request.query);
    return desk.use(async (database) => ({ by: by ?? null, measures: await measureWorklist(database, by), definitions: DEFINITIONS }));
  });
  server.post('/api/worklist/queries/:query/steps', { bodyLimit: MOST }, async (request) => {
    const { query } = check(calledSchema, request.params);
    const { step, by, expect } = plainRequest(check(stepRequestSchema, parseBody(request.body as Buffer)));
    return desk.use((database) => takeStep(database, { query, step, stamp: { now: now(), actor: by ?? actor }, ...(expect === undefined ? {} : { expect }) }));
  });
}

/** A server's address without what stands before its host: user and password stay out of every answer. */
const placeName = (place: string): string => place.replace(/^(postgres(?:ql)?:\/\/)[^@/]*@/, '$1');

function check<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const checked = schema.safeParse(given);
  if (checked.success) return checked.data;
  const told = checked.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  throw new HttpFault(400, { code: 'parameter', message: `this cannot be taken: ${told.join('; ')}` });
}

function parseBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new HttpFault(400, { code: 'unreadable', message: 'the body is not JSON; send {"step": {"action": "…"}}' });
  }
}
