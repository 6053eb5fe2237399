// The tripwire for identifiers of patients: every example of lexicons/phi.json, marks that stand for a name, exact places, masks, linear time,
// and how often it trips on the open notes, which hold none but names (of doctors that were left in, or invented) and high ages.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../src/lexicon/load.ts';
import { PHI_CATEGORIES, phiSchema } from '../src/lexicon/schema-phi.ts';
import { findIdentifiers } from '../src/phi/find-identifiers.ts';
import { maskText } from '../src/phi/mask-text.ts';
import { describeWithShared, sharedPath } from './shared.ts';

const knowledge = loadKnowledge();
/** The build leaves examples out of what it compiles. */
const { examples } = phiSchema.parse(JSON.parse(readFileSync(new URL('../lexicons/phi.json', import.meta.url), 'utf8')));
const categoriesIn = (text: string): string[] => [...new Set(findIdentifiers(text, knowledge).map(({ category }) => category))];
const seenIn = (text: string): string[] => findIdentifiers(text, knowledge).map(({ category, start, end }) => `${category} ${text.slice(start, end)}`);

describe.each(PHI_CATEGORIES)('%s', (category) => {
  const { hits, misses } = examples[category];

  it.each(hits)('trips: %s', (text) => expect(categoriesIn(text)).toEqual([category]));
  it.each(hits)('trips in the middle of a note: %s', (text) => expect(categoriesIn(`He has low back pain.\n${text}\nNo weakness.`)).toContain(category));
  it.each(misses)('does not trip: %s', (text) => expect(categoriesIn(text)).toEqual([]));
});

describe('places', () => {
  it('are exactly the words', () => {
    expect(seenIn('Mr. Jan Kowalski (DOB: 03/04/1961, MRN 00451234), call 212-555-0142 or jan@example.org.')).toEqual([
      'name Jan Kowalski', 'birth-date 03/04/1961', 'record 00451234', 'phone 212-555-0142', 'email jan@example.org',
    ]);
  });

  it('hold in a text whose lower case is longer', () => expect(seenIn('İİİ SSN: 123456789')).toEqual(['ssn 123456789']));

  it.each(['Seen on 03/04/2026 by the surgeon.', '[**Known lastname 1234**] was seen by Dr. [**First Name8 (NamePattern2)**].', 'Patient: ___ MRN: ___ DOB: ___', 'Dr. <PHYSICIAN>, <DATE>, [PHONE]', 'L4-L5, T2 120-130, BP 120/80, 1995-2003, 10 mg 3 times'])('are none in %s', (text) => expect(seenIn(text)).toEqual([]));
});

describe('masks', () => {
  it('keep length, line ends and everything else', () => {
    const text = 'Mrs. Kowalski,\nDOB: 4 March\n1961. Low back pain.';
    expect(maskText(text, findIdentifiers(text, knowledge))).toBe('Mrs. ________,\nDOB: _______\n____. Low back pain.');
  });

  it('leave nothing that trips, in any mixture of examples', () => {
    const pieces = fc.constantFrom(...PHI_CATEGORIES.flatMap((category) => examples[category].hits), 'Low back pain.', '[**Name**]', 'é', '\n');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join(' ');
      const masked = maskText(text, findIdentifiers(text, knowledge));
      expect(masked).toHaveLength(text.length);
      expect(seenIn(masked)).toEqual([]);
    }), { numRuns: 300 });
  });
});

describe('time', () => {
  it.each(['9', '1-', 'a@', 'Dr. A. ', '12 Elm ', 'patient: ', '(555) ', 'born ', 'A.', '@', '123-45-', 'www.a'])('grows with the length of %j again and again', (piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(length / piece.length);
      const start = performance.now();
      findIdentifiers(text, knowledge);
      return performance.now() - start;
    };
    const timeOf = (length: number): number => Math.min(time(length), time(length), time(length));
    const [short, long] = [Math.max(timeOf(50_000), 2), timeOf(400_000)];
    expect(long, `${short} ms for 50,000 characters, ${long} ms for 400,000`).toBeLessThan(short * 8 * 6);
  });
});

const OPEN = ['corpora/open.notes.jsonl.gz', 'corpora/mri.open.jsonl'];

describeWithShared('open notes', OPEN, () => {
  const read = (path: string): string => (path.endsWith('.gz') ? gunzipSync(readFileSync(sharedPath(path))) : readFileSync(sharedPath(path))).toString('utf8');
  const notes = OPEN.flatMap((path) => read(path).split('\n').filter(Boolean).map((line) => JSON.parse(line) as { source: string; text: string }));
  const tripped = (wanted: readonly string[]): number => notes.filter(({ source, text }) => source !== 'aci-bench' && categoriesIn(text).some((category) => wanted.includes(category))).length;
  const total = notes.filter(({ source }) => source !== 'aci-bench').length;

  it('trip by a number or an address in less than one of 500', () => expect(tripped(['ssn', 'record', 'phone', 'email', 'url', 'address', 'birth-date'])).toBeLessThan(total / 500));
  it('trip at all in less than one of 20, nearly always by the name of a doctor that was left in', () => expect(tripped([...PHI_CATEGORIES])).toBeLessThan(total / 20));
});
