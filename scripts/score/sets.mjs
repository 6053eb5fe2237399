// The sets of labelled notes that scores.json names → notes and labels, as far as their files are at hand.
// Files only: nothing is analysed or scored here. Paths in scores.json are relative to the repository.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ROOT = new URL('../../', import.meta.url);

/** The path of a file named relative to the repository. */
export const pathOf = (relative) => fileURLToPath(new URL(relative, ROOT));

export const SCORES_FILE = pathOf('corpora/scores.json');

/** The text of a file of the repository or beside it; `.gz` is unpacked. */
export function readText(relative) {
  const bytes = readFileSync(pathOf(relative));
  return (relative.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export const readJsonl = (relative) => readText(relative).split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line));

export const readScores = () => JSON.parse(readFileSync(SCORES_FILE, 'utf8'));

/** The files of a set that are not there. */
export const missingFiles = ({ notes, labels, sentences }) => [notes, labels, sentences].filter((path) => path && !existsSync(pathOf(path)));

/** Notes and labels of one set of scores.json. */
export const readSet = ({ notes, labels }) => ({ notes: readJsonl(notes), labels: readJsonl(labels) });
