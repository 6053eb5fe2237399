// Stores for the tests: PGlite in memory, and a database of its own on the server of LUMBAGO_TEST_POSTGRES (scripts/with-postgres.sh).
// Where there is no server, the tests over it are skipped with a warning. Reports are analyzed from invented notes.
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Stamp } from '../../src/store/stamp.ts';
import type { Query, Report } from '../../src/wire.ts';

const SERVER = process.env.LUMBAGO_TEST_POSTGRES;
export const NOW = '2026-11-20T10:00:00.000Z';
/** A word of the invented notes that is in no indicator, so it must never be seen outside kept text. */
export const SECRET = 'Zanzibar';
export const TEXT = `HPI: Pain after a trip to ${SECRET}.\nAssessment: Lumbago with sciatica.`;

/** A query as a person would word it, compliant; `aside` stands in its question. */
export const letter = (aside = ''): string => `To: Attending provider
Title: Clarification of leg symptoms
- "sciatica" (Assessment, 2026-11-15, n1 57-65)
Question: Based on your clinical judgment, which side does the sciatica affect${aside}?
[ ] Left
[ ] Right
[ ] Both sides
[ ] Other (please specify)
[ ] Unable to determine
`;

export const stampAt = (hours: number, actor = 'ana'): Stamp => ({ now: new Date(Date.parse(NOW) + hours * 3_600_000).toISOString(), actor });

const { analyze } = createAnalyzer();

/** A report with as many queries as asked, of different axes or problems. */
export function reportOf(id: string, count = 1, text = TEXT): Report {
  const report = analyze({ id, text, date: '2026-11-15' });
  const [query] = report.queries;
  if (!query) throw new Error('the note of the fixture raises no query any more');
  const about = (index: number): string => (index === 0 ? query.about : `${query.about}-${index + 1}`);
  return { ...report, queries: Array.from({ length: count }, (_, index): Query => ({ ...query, id: `q${index + 1}`, about: about(index) })) };
}

/** Makes a database of its own on the server; `drop` takes it away. */
export async function freshServerDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `lumbago_test_${process.pid}_${Math.floor(Math.random() * 1e9)}`;
  const admin = await openPostgres(SERVER as string);
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(SERVER as string);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.close();
    },
  };
}

export const hasServer = SERVER !== undefined && SERVER !== '';

/** Says what is not tested without a server. */
export function describeWithServer(title: string, body: () => void): void {
  if (!hasServer) console.warn(`SKIPPED: "${title}" needs a PostgreSQL server; run it with scripts/with-postgres.sh`);
  describe.skipIf(!hasServer)(title, body);
}

/** The same tests over both; every test begins with an empty store. */
export function describeStores(title: string, body: (store: () => Database) => void): void {
  describe(`${title}, PGlite`, () => run(async () => ({ location: 'memory:', drop: async () => undefined }), body));
  describeWithServer(`${title}, PostgreSQL`, () => run(async () => { const { url, drop } = await freshServerDatabase(); return { location: url, drop }; }, body));
}

function run(place: () => Promise<{ location: string; drop: () => Promise<void> }>, body: (store: () => Database) => void): void {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const made = await place();
    drop = made.drop;
    database = await openStore(made.location, { create: true, now: NOW });
  });
  beforeEach(async () => {
    await database.query('DROP SCHEMA lumbago CASCADE');
    await migrate(database, { create: true, now: NOW });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });
  body(() => database);
}
