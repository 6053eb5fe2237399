// The notes with the most errors → lines for a person: what was missed, what was invented, and the words that caused it.
// A developer's tool for public and synthetic notes: it prints words of notes, which the program itself never does.
import { indexLines, placeName } from '../../dist/format/parts/positions.js';

const short = (words, most = 110) => {
  const line = String(words).replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

/** How much is wrong with a note: codes weigh most, then queries. */
export const weightOf = ({ codes, queries }) =>
  10 * (codes.missed.length + codes.invented.length) + 10 * codes.invented.filter(({ forbidden }) => forbidden).length + queries.missed.length + queries.invented.length;

/** Every error of one scored note as `{ kind, what, at, words, why }`; `at` is an offset, or -1 when the words are not in the note. */
export function errorsOf(scored, { text }) {
  const wrong = scored.facts.filter(({ found, asserted, valueRight }) => !found || !asserted || valueRight === false);
  return [
    ...scored.codes.missed.map(({ anyOf, quote, excluded }) => ({
      kind: 'missed', what: anyOf.join(' or '), at: text.indexOf(quote), words: quote,
      why: excluded ? `considered, not coded: ${excluded.because.map(({ rule, says }) => `${says} (${rule})`).join('; ')}` : 'not considered',
    })),
    ...scored.codes.invented.flatMap(({ code, forbidden, candidate }) => candidate.evidence.map((evidence, at) => ({
      kind: forbidden ? 'forbidden' : 'invented', what: code, at: evidence.start, words: evidence.text,
      why: at === 0 ? `${candidate.status}, ${candidate.because.map(({ rule }) => rule).join(', ')}; ${evidence.section}${forbidden ? `; ${forbidden}` : ''}` : `${evidence.role} (${evidence.via})`,
    }))),
    ...scored.queries.missed.map(({ axis, about, quote = '' }) => ({ kind: 'query missed', what: axis, at: quote ? text.indexOf(quote) : -1, words: quote, why: about })),
    ...scored.queries.invented.map(({ axis, kind, about, indicators }) => ({ kind: 'query invented', what: axis, at: indicators[0]?.start ?? -1, words: indicators[0]?.text ?? '', why: `${kind}, ${about}` })),
    ...wrong.map(({ axis, value, assert, quote, at, found, given, mention, asserted }) => ({
      kind: found ? 'fact misread' : 'fact missed', what: `${axis} ${value}`, at, words: quote,
      why: !found ? assert : asserted ? `value ${mention.value}` : `${assert} read as ${given}${mention.cues.length ? ` by ${mention.cues.map(({ text: cue, via }) => `"${short(cue, 30)}" (${via})`).join(', ')}` : ''}`,
    })),
  ];
}

/** The worst notes, the worst first; facts are counted, and told only with `facts`. */
export function printWorst({ perNote }, notes, { most, facts = false }) {
  const noteOf = new Map(notes.map((note) => [note.id, note]));
  const worst = perNote.filter((scored) => weightOf(scored) > 0 || facts).sort((a, b) => weightOf(b) - weightOf(a)).slice(0, most);
  return worst.map((scored) => printNote(scored, noteOf.get(scored.id) ?? { text: '' }, facts)).join('\n\n');
}

function printNote(scored, note, withFacts) {
  const lines = indexLines(note.text);
  const errors = errorsOf(scored, note);
  const told = errors.filter(({ kind }) => withFacts || !kind.startsWith('fact'));
  const rest = errors.length - told.length;
  return [
    `${scored.id} (${scored.source}${scored.style ? `, ${scored.style}` : ''})${rest ? `: also ${rest} facts` : ''}`,
    ...told.map(({ kind, what, at, words, why }) => `  ${kind.padEnd(14)} ${what.padEnd(10)} ${at < 0 ? '-' : placeName(lines, at)} "${short(words)}" [${short(why, 200)}]`),
  ].join('\n');
}
