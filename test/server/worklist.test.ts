// The worklist over HTTP: the same answers as the command line, steps with their refusals, the store let go when it is not used.
import { describe, expect, it } from 'vitest';
import { runCli } from '../contract/run-cli.ts';
import { SECRET } from '../store/stores.ts';
import { useServer, type Answer } from './use-server.ts';

const server = useServer({ queries: true });
const empty = useServer();

const cli = async (...argv: readonly string[]): Promise<unknown> => JSON.parse((await runCli(['worklist', ...argv, '--store', server.store(), '--format', 'json'], { env: { USER: 'ana' } })).out) as unknown;
const step = (query: string, body: unknown): Promise<Answer> =>
  server.ask(`/api/worklist/queries/${query}/steps`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('worklist over HTTP', () => {
  it('lists and measures as the command line does, once the server has let the folder go', async () => {
    const list = await server.ask('/api/worklist/queries');
    const measures = await server.ask('/api/worklist/measures?by=axis');
    const whole = await server.ask('/api/worklist/queries/W2');
    expect(list.status).toBe(200);
    expect(list.json.actor).toBe('ana');
    expect(list.json.queries).toHaveLength(3);
    expect(list.json.queries).toEqual(await cli('list'));
    expect(measures.json).toEqual(await cli('measures', '--by', 'axis'));
    expect(whole.json).toEqual(await cli('show', 'W2'));
    expect(`${list.text}${whole.text}`).not.toContain(SECRET);
  });

  it('filters, and refuses a status that is none', async () => {
    expect((await server.ask('/api/worklist/queries?status=sent')).json.queries).toEqual([]);
    expect((await server.ask('/api/worklist/queries?status=draft&axis=laterality')).json.queries).toHaveLength(3);
    expect((await server.ask('/api/worklist/queries?status=gone')).status).toBe(400);
    expect((await server.ask('/api/worklist/measures?by=moon')).json.error.code).toBe('parameter');
  });

  it('gives the text of a draft, and the text as sent, which stays', async () => {
    const text = async (): Promise<string> => (JSON.parse((await server.ask('/api/worklist/queries/W3/text')).text) as { text: string }).text;
    const draft = await text();
    expect(draft).toMatch(/^REQUEST FOR CLARIFICATION\n/);
    await step('W3', { step: { action: 'send' } });
    expect(await text()).toBe(draft);
    expect((await server.ask('/api/worklist/queries/W99/text')).status).toBe(404);
  });

  it('takes a query from draft to closed; the note and its query name it too', async () => {
    expect((await step('W1', { step: { action: 'send', to: 'Dr. Osei' }, by: 'bea', expect: 1 })).json).toMatchObject({ query: 'W1', status: 'sent', version: 2 });
    expect((await step('n1%2Fq1', { step: { action: 'answer', choice: 'left', name: 'N. Osei', credentials: 'MD' } })).json).toMatchObject({ query: 'W1', status: 'answered' });
    expect((await step('W1', { step: { action: 'close', outcome: 'agreed' } })).json.status).toBe('closed');
    const { json } = await server.ask('/api/worklist/queries/W1');
    expect(json.history.map(({ actor, action }) => `${actor} ${action}`)).toEqual(['ana draft', 'bea send', 'ana answer', 'ana close']);
    expect((await server.ask('/api/worklist/measures')).json.measures[0]).toMatchObject({ sent: 2, responseRate: { numerator: 1, denominator: 2 }, agreeRate: { numerator: 1, denominator: 1 } });
  });

  it.each([
    ['a step that is not possible now', 'W2', { step: { action: 'close', outcome: 'agreed' } }, 409, /possible from/],
    ['a version that has passed', 'W2', { step: { action: 'send' }, expect: 7 }, 409, /has changed since you looked/],
    ['no such query', 'W99', { step: { action: 'read' } }, 404, /no such query/],
    ['words that are missing', 'W2', { step: { action: 'cancel', reason: ' ' } }, 400, /is empty/],
    ['a step that is none', 'W2', { step: { action: 'burn' } }, 400, /step\.action/],
    ['a field that is none', 'W2', { step: { action: 'read' }, note: SECRET }, 400, /note/],
    ['no JSON', 'W2', `{"${SECRET}`, 400, /not JSON/],
    ['a text that leads', 'W2', { step: { action: 'send', text: 'Do you agree that the sciatica is left-sided?' } }, 422, /not compliant/],
  ])('refuses %s and changes nothing', async (_name, query, body, status, message) => {
    const before = await server.ask('/api/worklist/queries');
    const answer = await step(query, body);
    expect(answer.status).toBe(status);
    expect(answer.json.error.message).toMatch(message);
    expect(answer.text.replace('"note"', '')).not.toContain(SECRET);
    expect((await server.ask('/api/worklist/queries')).text).toBe(before.text);
  });

  it('without a worklist says how one is made, and makes none', async () => {
    const { status, json } = await empty.ask('/api/worklist/queries');
    expect(status).toBe(404);
    expect(json.error).toMatchObject({ code: 'absent', message: expect.stringMatching(/"lumbago worklist add" makes one/) });
  });

  it('nothing of this was an internal failure', () => { expect([...server.faults, ...empty.faults]).toEqual([]); });
});
