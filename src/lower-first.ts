// A label inside a sentence.

/** "Low back pain" → "low back pain"; abbreviations stay ("SI joint pain"). */
export const lowerFirst = (words: string): string => /^[A-Z][a-z]/.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words;
