// The scores on the reference notes do not fall below the floors of corpora/scores.json. The notes are not part of this repository.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAnalyzer } from '../src/index.ts';
import type { NoteInput } from '../src/wire.ts';
import { describeWithShared, sharedPath } from './shared.ts';

/** A score as score.mjs prints it with --json, read by a dotted path such as "codes.f1". */
type Scores = Readonly<Record<string, unknown>>;

/** corpora/scores.json: set of notes → dotted path → the least value (`floors`) or the greatest (`ceilings`). */
interface Floors { readonly notes: string; readonly labels: string; readonly floors: Readonly<Record<string, number>>; readonly ceilings: Readonly<Record<string, number>> }

const SETS = JSON.parse(readFileSync(new URL('../corpora/scores.json', import.meta.url), 'utf8')) as Readonly<Record<string, Floors>>;

const at = (scores: Scores, path: string): number => path.split('.').reduce<unknown>((value, key) => (value as Scores)[key], scores) as number;

function score({ notes, labels }: Floors): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'lumbago-scores-'));
  const reports = join(folder, 'reports.jsonl');
  const { analyze } = createAnalyzer();
  const lines = readFileSync(sharedPath(notes), 'utf8').split('\n').filter((line) => line.trim() !== '');
  writeFileSync(reports, lines.map((line) => JSON.stringify(analyze(JSON.parse(line) as NoteInput))).join('\n'));
  const printed = execFileSync(process.execPath, [sharedPath('tools/score.mjs'), '--reports', reports, '--gold', sharedPath(labels), '--notes', sharedPath(notes), '--json'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  return JSON.parse(printed) as Scores;
}

for (const [set, floors] of Object.entries(SETS)) {
  describeWithShared(`scores of ${set}`, ['tools/score.mjs', floors.notes, floors.labels], () => {
    it('do not fall', () => {
      const scores = score(floors);
      const fallen = Object.entries(floors.floors).filter(([path, floor]) => !(at(scores, path) >= floor)).map(([path, floor]) => `${path} is ${at(scores, path)}, floor ${floor}`);
      const risen = Object.entries(floors.ceilings).filter(([path, ceiling]) => !(at(scores, path) <= ceiling)).map(([path, ceiling]) => `${path} is ${at(scores, path)}, ceiling ${ceiling}`);
      expect([...fallen, ...risen]).toEqual([]);
    });
  });
}
