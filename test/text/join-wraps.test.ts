// A note reads the same at any width: line breaks inside sentences go, offsets and everything at the end of a sentence stay.
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/lexicon/load.ts';
import { readNote } from '../../src/text/read-note.ts';
import { TOKEN_KIND } from '../../src/types.ts';

const { book } = loadKnowledge();

/** Tokens as written, a line break as "⏎", and the sentences. */
function read(text: string): { tokens: string; sentences: string[] } {
  const { tokens, sentences } = readNote(text, book);
  const write = (at: number): string => tokens.kind[at] === TOKEN_KIND.newline ? '⏎' : text.slice(tokens.start[at], tokens.end[at]);
  const row = (from: number, to: number): string => Array.from({ length: to - from }, (_, at) => write(from + at)).join(' ');
  return { tokens: row(0, tokens.count), sentences: sentences.map(({ from, to }) => row(from, to)) };
}

describe('line breaks', () => {
  const WRAPPED = 'She has had pain across the whole of her lower back for about\nthree weeks. It does not go into the leg, and it gets better with\nrest.';

  it('inside a sentence are white space', () => {
    expect(read(WRAPPED).tokens).toBe(read(WRAPPED.replaceAll('\n', ' ')).tokens);
    expect(read(WRAPPED.replaceAll('\n', '\r\n')).tokens).toBe(read(WRAPPED).tokens);
  });

  it('at the end of a sentence stay', () => {
    expect(read('Back pain.\nNo fever.\n').sentences).toEqual(['Back pain . ⏎', 'No fever . ⏎']);
  });

  it('before a line that goes on in lower case are wraps when the line is long, whatever its width', () => {
    expect(read('Denies numbness in the right leg and the left\nfoot today.').sentences).toHaveLength(1);
    expect(read('neuro ok\nwalks bent').sentences).toHaveLength(2);
  });

  it('before a label end something', () => {
    expect(read('CT of the cervical spine without intravenous contrast\nReason: unwitnessed fall at the nursing facility').sentences).toHaveLength(2);
  });

  it('leave sections on their words', () => {
    const text = `HPI: ${WRAPPED}\n\nPLAN: Physical therapy.`;
    const { tokens, sections } = readNote(text, book);
    expect(sections.map(({ kind, header }) => [kind, text.slice(tokens.start[header?.from ?? 0], tokens.end[(header?.to ?? 1) - 1])])).toEqual([['hpi', 'HPI:'], ['plan', 'PLAN:']]);
  });
});
