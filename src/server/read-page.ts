// The built page (dist/web) → its files in memory, ready to be served. Only these paths exist, so no path can lead out of the folder.
// index.html is told that it is served: it may then connect to this server, and shows the worklist.
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PageFile { readonly bytes: Buffer; readonly type: string; readonly cache: string }

/** Path (`/index.html`) → file. */
export type Page = ReadonlyMap<string, PageFile>;

/** The page is not where it should be: it was not built. */
export class PageMissing extends Error {
  override readonly name = 'PageMissing';
}

/** Where the build puts the page, beside this folder. */
export const BUILT_PAGE = fileURLToPath(new URL('../web/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json',
};

/** Reads the folder. @throws PageMissing when it holds no page. */
export function readPage(folder: string): Page {
  const page = new Map<string, PageFile>();
  for (const path of filesOf(folder)) {
    const name = `/${relative(folder, path).replaceAll('\\', '/')}`;
    const bytes = name === '/index.html' ? Buffer.from(markServed(readFileSync(path, 'utf8'))) : readFileSync(path);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    page.set(name, { bytes, type, cache: name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache' });
  }
  if (!page.has('/index.html')) throw new PageMissing(`${folder}: the page is not built; run "npm run build" in the checkout`);
  return page;
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

const markServed = (html: string): string => html.replace('<html lang="en">', '<html lang="en" data-server="local">').replace("connect-src 'none'", "connect-src 'self'");
