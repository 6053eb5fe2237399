// Typo tolerance: slips are read as the word they stand for and marked; ordinary words are left alone; text and offsets stay.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { guessWord } from '../../src/mention/speller.ts';
import { soundOf, editsBetween } from '../../src/mention/natural-distance.ts';
import { knowledge, mentionsOf, valuesOf } from './found.ts';

test.each([
  ['Sciatca on the left.', 'sciatica'],
  ['Lumbar radiculapathy.', 'radiculopathy'],
  ['Lumbar stensosis.', 'spinal-stenosis'],
  ['Spondylolithesis of L4 on L5.', 'spondylolisthesis'],
  ['A herneated disk at L5-S1.', 'disc-displacement'],
  ['Disc dissication at L4-5.', 'disc-degeneration'],
  ['Disc protruion at L4-5.', 'disc-displacement'],
  ['Lumbar spondylosys.', 'spondylosis'],
  ['Degenrative disc disease.', 'disc-degeneration'],
  ['Foramenal stenosis at L5-S1.', 'foraminal-stenosis'],
])('%j is read as %s', (text, problem) => expect(valuesOf(text, 'problem')).toContain(problem));

test('procedures too', () => expect(valuesOf('She had a laminectamy in 2010.', 'procedure')).toContain('laminectomy'));

test('a corrected mention says so and keeps the words of the note', () => {
  const [mention] = mentionsOf('Left sciatca.').filter(({ axis }) => axis === 'problem');
  expect(mention).toMatchObject({ words: 'sciatca', value: 'sciatica', attributes: { fuzzy: 'sciatica' } });
  expect(mentionsOf('Left sciatica.').filter(({ attributes }) => attributes?.['fuzzy'])).toEqual([]);
});

test.each(['supine', 'reduction', 'anastomosis', 'dislocated', 'spondylolytic', 'herniates', 'prevertebral', 'respirations', 'chromic', 'median', 'chronicles'])('%j is a word of its own', (word) => {
  expect(guessWord(word, knowledge)).toBeUndefined();
});

test('of two readings the nearer counts in longer forms only, and only where the other does not fit', () => {
  expect(guessWord('spondylolosis', knowledge)).toMatchObject({ word: 'spondylolysis', alone: false });
  for (const text of ['Spondylolosis.', 'Lumbar spondylolosis.', 'Spondylolosis at L5-S1.']) expect(valuesOf(text, 'problem')).toEqual([]);
});

test('a word heard wrongly counts beside its neighbours only', () => {
  expect(valuesOf('Faucet arthropathy at L4-5.', 'problem')).toEqual(['spondylosis']);
  expect(mentionsOf('The faucet drips.')).toEqual([]);
});

test('natural earns its place: the sound tells what letters alone do not', () => {
  expect(editsBetween('dissication', 'desiccation')).toBe(3);
  expect(soundOf('dissication')).toBe(soundOf('desiccation'));
  expect(editsBetween('sicatica', 'sciatica')).toBe(1);
});

test('the list of ordinary words is fresh: what lies near a form that was added since is in it', () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/typo-list.mjs', import.meta.url)), '--check']);
});
