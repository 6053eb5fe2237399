// Who may ask: programs of this machine, and the page this server gave. Not pages of other sites, under whatever name they reach this address.
// In: headers of a request. Out: nothing, or an HttpFault. Also the headers that every answer carries.
import { HttpFault } from './http-fault.ts';

/** The headers that tell who asks, as Node gives them. */
export type AskingHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

const NAMES = ['127.0.0.1', 'localhost'] as const;

/**
 * A foreign name that points at 127.0.0.1 (DNS rebinding) is told by the Host header; a page of another site by Origin and Sec-Fetch-Site,
 * which browsers send and pages cannot forge. Programs send neither.
 */
export function guardRequest(headers: AskingHeaders, port: number): void {
  const hosts = NAMES.map((name) => `${name}:${port}`);
  if (typeof headers.host !== 'string' || !hosts.includes(headers.host.toLowerCase())) {
    throw new HttpFault(403, { code: 'host', message: `this server answers to ${hosts.join(' and ')} only` });
  }
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  const foreign = origin !== undefined && !hosts.some((host) => origin === `http://${host}`);
  const crossSite = site !== undefined && site !== 'same-origin' && site !== 'none' && mode !== 'navigate';
  if (foreign || crossSite) throw new HttpFault(403, { code: 'origin', message: 'pages of other sites may not ask this server' });
}

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** The page may run its own scripts and ask this server, nothing else. */
const PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; worker-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

export const PAGE_HEADERS = { ...ALWAYS, 'content-security-policy': PAGE_POLICY } as const;

/** Answers of the API are for programs: kept nowhere, and nothing runs in them. */
export const API_HEADERS = { ...ALWAYS, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox", 'cache-control': 'no-store' } as const;
