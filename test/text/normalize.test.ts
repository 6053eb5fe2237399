// The norm of one token: what the lexicons are matched on.
import { expect, test } from 'vitest';
import { normalize } from '../../src/text/normalize.ts';

test.each([
  ['Sciatica', 'sciatica'], ['LUMBAGO', 'lumbago'], ['patient’s', 'patient'], ["Schmorl's", 'schmorl'], ['Ménière', 'meniere'],
  ['ﬁbrosis', 'fibrosis'], ['low\u00adback', 'lowback'], ['‘', "'"], ['“', '"'], ['–', '-'], ['\u2011', '-'], ['L4', 'l4'], ['İ', 'i'],
])('%j → %j', (word, norm) => expect(normalize(word)).toBe(norm));

test.each([['his', 'his'], ["o'clock", "o'clock"], ["'s", "'s"], ['—', '—'], ['2.5', '2.5']])('%j stays %j', (word, norm) => expect(normalize(word)).toBe(norm));
