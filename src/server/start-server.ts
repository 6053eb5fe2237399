// The local server: page and API on 127.0.0.1 and nowhere else. In: where the page and the worklist lie, which port. Out: a running server.
// It writes no log; what nobody expected goes to `onFault` without words of a note. Not its job: arguments, signals (cli/).
import Fastify, { type FastifyInstance } from 'fastify';
import { createService, describeFault, type Service } from '../service.ts';
import { answerAnalyze } from './answer-analyze.ts';
import { API_HEADERS, guardRequest, PAGE_HEADERS } from './guard-requests.ts';
import { answerError, HttpFault, UNEXPECTED } from './http-fault.ts';
import type { Page } from './read-page.ts';
import { createDesk, type WorklistDesk } from './worklist-desk.ts';
import { addWorklistRoutes } from './worklist-routes.ts';

export interface ServerOptions {
  readonly page: Page;
  /** 0 is any free port. */
  readonly port: number;
  /** Folder or URL of the worklist; it is opened when it is asked for. */
  readonly store: string;
  /** Who takes steps of the worklist when a request names nobody. */
  readonly actor: string;
  readonly now: () => string;
  readonly onFault: (fault: string) => void;
  /** Milliseconds after which an unused store is let go; 20 seconds unless told. */
  readonly idle?: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:4750/`. */
  readonly address: string;
  /** Answers what is under way, then ends; the worklist is closed. */
  close(): Promise<void>;
}

/** The port is in use by another program. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

const HOST = '127.0.0.1';
const MOST_NOTES = 16 * 1024 * 1024;
const MEDIA = ['application/json', 'application/x-ndjson', 'text/plain'];

/** Starts the server. @throws PortTaken */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = Fastify({ logger: false, bodyLimit: MOST_NOTES, requestTimeout: 60_000, forceCloseConnections: 'idle', return503OnClosing: true });
  const desk = createDesk({ location: options.store, now: options.now, idle: options.idle ?? 20_000 });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(MEDIA, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  addGuards(server, options);
  addRoutes(server, { options, desk });
  try {
    await server.listen({ host: HOST, port: options.port });
  } catch (error) {
    await server.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new PortTaken(`port ${options.port}: is taken by another program`);
    throw error;
  }
  return { address: `http://${HOST}:${portOf(server)}/`, close: async () => { await server.close(); await desk.close(); } };
}

function portOf(server: FastifyInstance): number {
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function addGuards(server: FastifyInstance, { onFault }: ServerOptions): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(request.url.startsWith('/api/') ? API_HEADERS : PAGE_HEADERS);
    guardRequest(request.headers, portOf(server));
  });
  server.setErrorHandler((error, _request, reply) => {
    const known = answerError(error);
    if (!known) onFault(describeFault(error));
    const { status, body } = known ?? UNEXPECTED;
    return reply.headers(API_HEADERS).code(status).send(body);
  });
  server.setNotFoundHandler((request) => {
    const there = request.url.startsWith('/api/') ? 'GET /api/health, POST /api/analyze and /api/worklist are there' : 'the page is at /';
    throw new HttpFault(404, { code: 'absent', message: `there is nothing at this address for this method; ${there}` });
  });
}

function addRoutes(server: FastifyInstance, { options, desk }: { readonly options: ServerOptions; readonly desk: WorklistDesk }): void {
  let service: Service | undefined;
  const engine = (): Service => (service ??= createService());
  for (const [path, { bytes, type, cache }] of options.page) {
    const give = (_request: unknown, reply: { headers(headers: object): { send(body: Buffer): unknown } }): unknown => reply.headers({ 'content-type': type, 'cache-control': cache }).send(bytes);
    server.get(path, give);
    if (path === '/index.html') server.get('/', give);
  }
  server.get('/api/health', async () => ({ status: 'ok', engine: engine().engine }));
  server.post('/api/analyze', async (request, reply) => {
    const body = request.body as Buffer | undefined;
    if (body === undefined) throw new HttpFault(415, { code: 'media-type', message: `the request has no body with a content type; send one as ${MEDIA.join(', ')}` });
    const { type, text } = await answerAnalyze({ type: (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '', body, query: request.query }, engine());
    return reply.header('content-type', type).send(text);
  });
  addWorklistRoutes(server, { desk, actor: options.actor, now: options.now });
}
