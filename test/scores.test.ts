// The scores on labelled notes and sentences do not fall below the floors of corpora/scores.json. Sets that lie beside the repository
// are scored where they are at hand, and named where they are not. `npm run score` shows what is behind a number.
import { describe, expect, it } from 'vitest';
import { parseKit, scoreKit } from '../scripts/score/assertion-kit.mjs';
import { whatFell } from '../scripts/score/floors.mjs';
import { scoreReports } from '../scripts/score/score-reports.mjs';
import { missingFiles, readScores, readSet, readText, type ScoredSet } from '../scripts/score/sets.mjs';
import { assertText, createAnalyzer } from '../src/index.ts';

function score(set: ScoredSet): unknown {
  if (set.sentences !== undefined) return scoreKit(parseKit(readText(set.sentences)), assertText);
  const { notes, labels } = readSet(set);
  const { analyze } = createAnalyzer();
  return scoreReports(notes.map((note) => analyze(note)), labels, notes);
}

describe.each(Object.entries(readScores()))('scores of %s', (name, set) => {
  const missing = missingFiles(set);
  if (missing.length > 0) console.warn(`SKIPPED: scores of ${name} need ${missing.join(', ')}`);

  it.skipIf(missing.length > 0)('do not fall', () => {
    expect(whatFell(score(set), set)).toEqual([]);
  });

  it('have a limit to hold', () => {
    expect(Object.keys({ ...set.floors, ...set.ceilings }).length).toBeGreaterThan(0);
  });
});
