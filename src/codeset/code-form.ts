// The form of an ICD-10-CM code: compact as the text files print it ("M5450"), with its dot everywhere else ("M54.50").

const COMPACT = /^[A-Z][0-9A-Z]{2,6}$/;
const DOTTED = /^[A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?$/;

/** Whether a text has the form of a code without its dot: a letter, then two to six letters or digits. */
export const isCompactCode = (text: string): boolean => COMPACT.test(text);

/** Whether a text has the form of a code as the Tabular List prints it. */
export const isDottedCode = (text: string): boolean => DOTTED.test(text);

/** Puts the dot after the third character: "M5450" → "M54.50", "A00" → "A00". */
export const withDot = (compact: string): string => compact.length > 3 ? `${compact.slice(0, 3)}.${compact.slice(3)}` : compact;

/** Takes the dot out. */
export const withoutDot = (code: string): string => code.replace('.', '');

/** White space as one blank between words, none at the ends. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
