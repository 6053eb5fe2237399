// Where a line stops being JSON, and what should stand there. Own code, because the platform's messages quote the input.
// Out: a column for people and an expectation; never a word of the line.

/** `column` counts from 1 in UTF-16 code units. */
export interface JsonFault { readonly column: number; readonly expected: string }

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Step = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'after';

const EXPECTED: Readonly<Record<Step, string>> = {
  value: 'a value', 'value-or-end': 'a value or "]"', key: 'a field name in double quotes', 'key-or-end': 'a field name in double quotes or "}"',
  colon: 'a colon after the field name', after: 'a comma or a closing bracket',
};

/** The first place at which a text is not JSON, or undefined when it is JSON throughout. */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: string[] = [];
  let step: Step | 'done' = 'value';
  let at = skip(SPACE, text, 0);
  while (step !== 'done') {
    const taken = takeStep(text, at, { step, open });
    if (typeof taken === 'string') return { column: at + 1, expected: taken };
    if ('fault' in taken) return taken.fault;
    step = taken.step === 'after' && open.length === 0 ? 'done' : taken.step;
    at = skip(SPACE, text, taken.at);
  }
  return at === text.length ? undefined : { column: at + 1, expected: 'the end of the line' };
}

type Taken = { readonly at: number; readonly step: Step } | { readonly fault: JsonFault } | string;

function takeStep(text: string, at: number, state: { readonly step: Step; readonly open: string[] }): Taken {
  const { step, open } = state;
  const character = text[at] ?? '';
  if (step === 'colon') return character === ':' ? { at: at + 1, step: 'value' } : EXPECTED.colon;
  if (step === 'after') return takeAfter(character, at, open);
  if (step === 'value-or-end' && character === ']') return close(at, open);
  if (step === 'key-or-end' && character === '}') return close(at, open);
  if (step === 'key' || step === 'key-or-end') return character === '"' ? takeString(text, at, 'colon') : EXPECTED[step];
  return takeValue(text, at, state);
}

function takeAfter(character: string, at: number, open: readonly string[]): Taken {
  const inside = open.at(-1);
  if (character === ',') return { at: at + 1, step: inside === '{' ? 'key' : 'value' };
  const closes = inside === '{' ? '}' : ']';
  return character === closes ? close(at, open as string[]) : `a comma or "${closes}"`;
}

function close(at: number, open: string[]): Taken {
  open.pop();
  return { at: at + 1, step: 'after' };
}

function takeValue(text: string, at: number, { step, open }: { readonly step: Step; readonly open: string[] }): Taken {
  const character = text[at];
  if (character === '{' || character === '[') {
    open.push(character);
    return { at: at + 1, step: character === '{' ? 'key-or-end' : 'value-or-end' };
  }
  if (character === '"') return takeString(text, at, 'after');
  const end = Math.max(skip(NUMBER, text, at), skip(LITERAL, text, at));
  return end > at ? { at: end, step: 'after' } : EXPECTED[step];
}

function takeString(text: string, start: number, step: Step): Taken {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text.charCodeAt(at) < 32) return { fault: { column: at + 1, expected: 'no raw control character inside a string; escape it' } };
    const end = text[at] === '\\' ? skip(ESCAPE, text, at) : at + 1;
    if (end === at) return { fault: { column: at + 1, expected: 'a valid escape after the backslash' } };
    at = end;
  }
  return at < text.length ? { at: at + 1, step } : { fault: { column: start + 1, expected: 'the double quote that closes this string' } };
}

/** The offset behind a sticky pattern, or the same offset when it does not stand there. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
