// The normal form of one token's text: what the lexicons are matched on.
// In: the text of one token. Out: its norm, a string that is never shown and has no offsets.
// It never sees more than one token, so a change of length is harmless. Plurals and spelling variants are the lexicon's work.

const ASCII = /^[\u0000-\u007f]*$/;
const MARKS = /\p{M}+/gu;
/** Characters of no width that may stand inside a word: soft hyphen, zero-width (non-)joiners, word joiner. */
const INVISIBLE = /[\u00ad\u200c\u200d\u2060]+/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`]/g;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u2033]/g;
const SHORT_DASHES = /[\u2010-\u2013\u2212]/g;
const SLASHES = /[\u2044\u2215]/g;

/**
 * Lower case, accents and ligatures resolved, quotes and short dashes straight, possessive 's off:
 * "Baastrup’s" → "baastrup", "HERNIÉ" → "hernie", "–" → "-".
 */
export function normalize(word: string): string {
  const lower = word.toLowerCase();
  return withoutPossessive(ASCII.test(lower) ? lower : plain(lower));
}

function plain(lower: string): string {
  return lower.replace(SINGLE_QUOTES, "'").normalize('NFKD').replace(MARKS, '').replace(INVISIBLE, '').replace(DOUBLE_QUOTES, '"')
    .replace(SHORT_DASHES, '-').replace(SLASHES, '/').toLowerCase();
}

function withoutPossessive(norm: string): string {
  return norm.length > 2 && norm.endsWith("'s") ? norm.slice(0, -2) : norm;
}
