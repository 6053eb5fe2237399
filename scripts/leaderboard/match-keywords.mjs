// Text and keyword table → matches: what a plain table finds. The longest phrase wins, a side beside the phrase chooses the code.
// It knows no sections, no sentences and no negation; those are the business of the baselines.

const LEFT = String.raw`(?:left|lt|l)`;
const RIGHT = String.raw`(?:right|rt|r)`;
const BOTH = String.raw`(?:bilateral|bilat|b\/l|both)`;
const SIDED = String.raw`(?:[- ]sided)?\s+(?:lower\s+)?$`;
const SIDES = [
  { side: 'both', before: new RegExp(String.raw`\b${BOTH}\s+$`), after: /^(?:,|\s+on)?\s*(?:both sides|bilateral(?:ly)?)\b/ },
  { side: 'left', before: new RegExp(String.raw`\b${LEFT}${SIDED}`), after: /^(?:,\s*|\s+on\s+the\s+|\s+)(?:left|l\b|lt\b)(?:\s+side)?\b/ },
  { side: 'right', before: new RegExp(String.raw`\b${RIGHT}${SIDED}`), after: /^(?:,\s*|\s+on\s+the\s+|\s+)(?:right|r\b|rt\b)(?:\s+side)?\b/ },
];

/** Builds the matcher of a table once. It gives matches `{ start, end, codes }` in order of position, none overlapping. */
export function createKeywordMatcher({ keywords }) {
  const entryOf = new Map(keywords.flatMap((entry) => entry.phrases.map((phrase) => [phrase.toLowerCase(), entry])));
  const phrases = [...entryOf.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(String.raw`(?<![\w-])(?:${phrases.map((phrase) => escape(phrase).replaceAll(' ', String.raw`\s+`)).join('|')})(?![\w])`, 'g');
  return (text) => {
    const plain = text.toLowerCase().replaceAll('disk', 'disc');
    return [...plain.matchAll(pattern)].map((match) => {
      const [start, end] = [match.index, match.index + match[0].length];
      return { start, end, codes: codesFor(entryOf.get(match[0].replace(/\s+/g, ' ')), plain, start, end) };
    });
  };
}

const escape = (phrase) => phrase.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

function codesFor(entry, text, start, end) {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  const found = SIDES.find(({ side, before: lead, after: tail }) => entry[side] && (lead.test(before) || tail.test(after)));
  return found ? entry[found.side] : [entry.code];
}

/** The matches of one note as a report that scorers read: one candidate per code, its words as evidence. */
export function reportOf(note, matches) {
  const spans = new Map();
  for (const { codes, start, end } of matches) for (const code of codes) spans.set(code, [...(spans.get(code) ?? []), { start, end, text: note.text.slice(start, end) }]);
  return { note: { id: note.id }, mentions: [], queries: [], candidates: [...spans].map(([code, evidence]) => ({ code, status: 'supported', evidence })) };
}
