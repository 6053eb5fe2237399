// Social security numbers, record numbers, telephone numbers. In: the words of the lexicon. Out: a detector.
import type { PhiWords } from '../lexicon/schema-phi.ts';
import type { Detector } from './identifier.ts';
import { anyOf, END, GAP, lowerSameLength, matchesIn } from './word-pattern.ts';

const SSN = /(?<!-)(\d{3})-(\d{2})-(\d{4})(?![\w-])/g;
/** Written with its area code: with dashes or dots, or the area code in brackets. */
const PHONE = /(?<![.-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?![\w-])/g;

/** Where any of them may stand: digits, and what may stand among them. Only there the patterns look, with the words before. */
const DIGITS = /[+(]?\d[\d(). -]{2,20}\d/g;
const LOOK_BACK = 48;

/** Numbers that were never given out. */
const isSsn = (area: string, group: string, serial: string): boolean => area !== '000' && area !== '666' && area < '900' && group !== '00' && serial !== '0000';
/** `000000`, `1111111`: stands for a number. */
const isBlankNumber = (value: string): boolean => /^(\d)\1*$/.test(value.replace(/\D/g, ''));

/** A detector of numbers. */
export function detectNumbers({ ssnCues, recordCues, phoneCues }: PhiWords): Detector {
  const cuedSsn = new RegExp(`${anyOf(ssnCues)}${GAP}(?:is\\s)?(\\d{3}[ -]?\\d{2}[ -]?\\d{4})${END}`, 'g');
  const cuedRecord = new RegExp(`${anyOf(recordCues)}${GAP}(?:is\\s)?([a-z]{0,3}-?\\d[\\d-]{4,14})${END}`, 'g');
  const cuedPhone = new RegExp(`${anyOf(phoneCues)}(?:\\s?(?:number|no|#))?${GAP}(?:(?:is|at|me at)\\s)?((?:\\(?\\d{3}\\)?[ -.]?)?\\d{3}[ -.]\\d{4})${END}`, 'g');
  const patterns = [['ssn', cuedSsn], ['record', cuedRecord], ['phone', cuedPhone]] as const;
  return (text, tell) => {
    for (const { 0: digits, index } of text.matchAll(DIGITS)) {
      if (!hasEnough(digits)) continue;
      const from = Math.max(0, index - LOOK_BACK);
      const around = text.slice(from, index + digits.length + 1);
      const lower = lowerSameLength(around);
      for (const match of matchesIn(around, SSN)) {
        const [whole, area = '', group = '', serial = ''] = match;
        if (isSsn(area, group, serial)) tell({ category: 'ssn', start: from + match.index, end: from + match.index + whole.length });
      }
      for (const match of matchesIn(around, PHONE)) tell({ category: 'phone', start: from + match.index, end: from + match.index + match[0].length });
      for (const [category, pattern] of patterns) {
        for (const match of matchesIn(lower, pattern)) {
          const value = match[1] ?? '';
          const end = from + match.index + match[0].length;
          if (!isBlankNumber(value)) tell({ category, start: end - value.length, end });
        }
      }
    }
  };
}

/** More digits than a year or a measure has. */
const hasEnough = (digits: string): boolean => digits.length > 4 && digits.replace(/\D/g, '').length > 4;
