// Joins the compiled modules of the library and of the command line into a few files: Node opens 20 of them faster than 300.
// In: dist/, built by tsc. Out: dist/bundle/. Packages that are large or bring files of their own stay outside, as do the shells that start workers
// and the generated knowledge, whose quotes a bundler would escape anew.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const OUTSIDE = [/^node:/, /^@electric-sql\//, /^pg(-boss)?$/, /^wink-nlp/, /^piscina$/, /^fastify$/, /^@fastify\//, /^hyparquet/];
const APART = /[/\\]dist[/\\]((?:(?:batch|cluster|server|store)[/\\]|lexicon[/\\](?:compiled|bundle)\.generated).*)$/;
/** The two functions of underscore that natural uses; all of it would take a twentieth of the start. */
const UNDERSCORE = at('../src/web/engine/underscore.js');

/** Imported from where tsc or the build put them, beside the bundle. */
const keepApart = {
  name: 'keep-apart',
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    const apart = found && APART.exec(found.id);
    return apart ? { id: `../${apart[1].replaceAll('\\', '/')}`, external: 'relative' } : found;
  },
};

rmSync(at('../dist/bundle'), { recursive: true, force: true });
const bundle = await rolldown({ input: { index: at('../dist/index.js'), lexicons: at('../dist/lexicons.js'), main: at('../dist/cli/main.js') }, platform: 'node', external: OUTSIDE, plugins: [keepApart], resolve: { alias: { underscore: UNDERSCORE } } });
await bundle.write({ dir: at('../dist/bundle'), format: 'esm', chunkFileNames: '[name].js' });
await bundle.close();
