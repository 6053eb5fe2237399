// The four baselines of the leaderboard: the same keywords, and four ways of telling whether a keyword is negated.
// Each is as good as such a thing honestly is; what none of them has is sections, certainty, time, combination codes and coding rules.
import { readFileSync } from 'node:fs';
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createKeywordMatcher, reportOf } from './match-keywords.mjs';

const match = createKeywordMatcher(JSON.parse(readFileSync(new URL('keywords.json', import.meta.url), 'utf8')));

/** Name → function from a note to its report. */
export const BASELINES = {
  'keyword table': (note) => reportOf(note, match(note.text)),
  '… + negation regex, 14 words': (note) => reportOf(note, match(note.text).filter((found) => !isNegatedByRegex(note.text, found))),
  '… + wink-nlp negation flag': (note) => reportOf(note, withoutOverlap(match(note.text), winkNegations(note.text))),
  '… + compromise #Negative': (note) => reportOf(note, withoutOverlap(match(note.text), compromiseNegations(note.text))),
};

/** Keeps the matches that no negated stretch of the text overlaps. */
const withoutOverlap = (matches, stretches) => matches.filter(({ start, end }) => !stretches.some((stretch) => stretch.start < end && stretch.end > start));

const NEGATION = /\b(?:no|not|none|never|without|w\/o|neg|negative for|denies|denied|denying|absence of|free of|lack of|rule out|r\/o|ruled out|excluded|resolved|unlikely|(?:doesn|didn|isn|wasn)['’]t)\b(?:[^\w]+[\w'’/-]+){0,14}?[^\w]*$/i;

/** A negation word at most 14 words before the match, in the same sentence. */
function isNegatedByRegex(text, { start }) {
  const before = text.slice(0, start);
  const sentence = before.slice(Math.max(...[...before.matchAll(/[.!?;]\s|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)]))/g)].map(({ index, 0: { length } }) => index + length), 0));
  return NEGATION.test(sentence);
}

const wink = winkNLP(model, ['sbd', 'negation']);

/** The tokens that wink-nlp flags as negated, by their place in the text. */
function winkNegations(text) {
  const stretches = [];
  let at = 0;
  wink.readDoc(text).tokens().each((token) => {
    const value = token.out(wink.its.value);
    const start = text.indexOf(value, at);
    if (start < 0) return;
    at = start + value.length;
    if (token.out(wink.its.negationFlag)) stretches.push({ start, end: at });
  });
  return stretches;
}

/** Words of negation that compromise tags otherwise, or not in every place. */
const NEGATIVE_WORDS = '(no|not|none|never|without|denies|denied|denying|negative|neg|absent|excluded|unlikely)';

/** From each #Negative of compromise to the end of its clause. */
function compromiseNegations(text) {
  const stretches = [];
  const doc = nlp(text);
  doc.match(NEGATIVE_WORDS).tag('Negative');
  for (const clause of doc.clauses().json({ offset: true })) {
    const negative = clause.terms.findIndex(({ tags }) => tags.includes('Negative'));
    if (negative >= 0) stretches.push({ start: clause.terms[negative].offset.start, end: clause.offset.start + clause.offset.length });
  }
  return stretches;
}
