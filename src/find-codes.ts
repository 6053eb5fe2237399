// `lumbago search` whole: what the book has for the words, and beside it what the analyzer reads in them as if they were a note.
// In: words, book, Knowledge, date. Out: hits in one order. Index and titles decide first; a reading confirms, or answers what they leave open.
import { analyzeNote } from './analyze.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import { lowerFirst } from './lower-first.ts';
import { rankHits, searchCodes, type Library, type SearchHit } from './search/search-codes.ts';
import { cutWords } from './search/words.ts';
import { noteSchema, type Candidate, type Report } from './wire.ts';

/** What it adds to a hit of the book that the analyzer reads too, and what a reading weighs that the book has not found. */
const CONFIRMED = 0.25, READ = 1;
/** What a hit would lose that left all words unanswered. */
const UNANSWERED = 0.4;

/** A hit of the book that says all the words and hardly another: no reading is put before it. */
const SETTLED = 1.14;

/** How many hits of the book are looked at before the readings are laid beside them. */
const POOL = 200;

function readWords(words: string, date: string, { knowledge }: Library): Report {
  return analyzeNote(noteSchema.parse({ id: 'search', text: words, date }), knowledge);
}

function sayReading({ evidence, findings }: Candidate, report: Report): string {
  const labels = report.findings.filter(({ id }) => findings.includes(id)).map(({ label }) => lowerFirst(label));
  const said = [...new Set(evidence.filter(({ role }) => role === 'problem').map(({ text }) => `"${text}"`))];
  return `lumbago reads ${said.join(', ')} as ${[...new Set(labels)].join(', ')}`;
}

/** Share of the words that tell something which the evidence of a candidate holds. */
function shareRead(words: string, { evidence }: Candidate, { search }: Knowledge): number {
  const telling = cutWords(words).filter((word) => !search.ignored.includes(word));
  const read = new Set(evidence.flatMap(({ text }) => cutWords(text)));
  return telling.length === 0 ? 0 : telling.filter((word) => read.has(word)).length / telling.length;
}

function readingHits(words: string, date: string, library: Library): readonly SearchHit[] {
  const report = readWords(words, date, library);
  const coded = report.candidates.filter(({ status }) => status !== 'excluded').sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
  return coded.flatMap((candidate, at): readonly SearchHit[] => {
    const entry = library.book.entry(candidate.code);
    return entry ? [{ code: entry.code, title: entry.title, billable: entry.billable, via: 'term', score: READ - at / 100, why: sayReading(candidate, report), answers: shareRead(words, candidate, library.knowledge) }] : [];
  });
}

/** Finds codes by words, the best first: see `searchCodes`. The date is that of the book's release. */
export function findCodes(words: string, { date, ...library }: Library & { readonly date: string }, limit = 10): readonly SearchHit[] {
  const found = searchCodes(words, library, POOL);
  const readings = readingHits(words, date, library);
  const [best] = found;
  const isRead = new Set(best && best.answers === 1 && best.score >= SETTLED ? [] : readings.map(({ code }) => code));
  const weighed = [...found, ...readings].map((hit) => {
    const confirmed = hit.via !== 'term' && isRead.has(hit.code) ? CONFIRMED : 0;
    return { ...hit, score: Math.round((hit.score + confirmed - (1 - hit.answers) * UNANSWERED) * 10_000) / 10_000 };
  });
  return rankHits(weighed, limit);
}
