// Writes what is derived from the lexicons and schemas: lexicons/SNAPSHOT.md for clinicians, schemas/*.json for programs.
// `--check` writes nothing and fails when a file is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SOURCES } from '../dist/lexicon/bundle.generated.js';
import { loadKnowledge } from '../dist/lexicon/load.js';
import { parseLexicons } from '../dist/lexicon/parse.js';
import { jsonSchemas } from '../dist/json-schemas.js';
import { renderSnapshot } from '../dist/lexicon/snapshot.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const files = {
  'lexicons/SNAPSHOT.md': renderSnapshot(parseLexicons(SOURCES.map(({ path, text }) => ({ path, json: JSON.parse(text) }))), loadKnowledge()),
  ...Object.fromEntries(Object.entries(jsonSchemas()).map(([name, schema]) => [`schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 1)}\n`])),
};
const stale = Object.entries(files).filter(([path, content]) => !existsSync(root + path) || readFileSync(root + path, 'utf8') !== content);
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is stale: run "npm run generate" and commit it`);
  process.exit(stale.length ? 1 : 0);
}
for (const [path, content] of stale) {
  mkdirSync(dirname(root + path), { recursive: true });
  writeFileSync(root + path, content);
  console.error(`wrote ${path}`);
}
