// Joins the compiled modules of the library and of the command line into a few files: Node opens 20 of them faster than 300.
// In: dist/, built by tsc. Out: dist/bundle/. Packages that are large or bring files of their own stay outside, as do the shells that start workers.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const OUTSIDE = [/^node:/, /^@electric-sql\//, /^pg(-boss)?$/, /^wink-nlp/, /^piscina$/, /^fastify$/, /^@fastify\//, /^hyparquet/];
const SHELLS = /[/\\]dist[/\\]((?:batch|cluster|server|store)[/\\].*)$/;

/** Shells are imported from where tsc put them, beside the bundle. */
const keepShells = {
  name: 'keep-shells',
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    const shell = found && SHELLS.exec(found.id);
    return shell ? { id: `../${shell[1].replaceAll('\\', '/')}`, external: 'relative' } : found;
  },
};

rmSync(at('../dist/bundle'), { recursive: true, force: true });
const bundle = await rolldown({ input: { index: at('../dist/index.js'), lexicons: at('../dist/lexicons.js'), main: at('../dist/cli/main.js') }, platform: 'node', external: OUTSIDE, plugins: [keepShells] });
await bundle.write({ dir: at('../dist/bundle'), format: 'esm', chunkFileNames: '[name].js' });
await bundle.close();
