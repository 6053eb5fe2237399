// A file of corpora/gaps (notes of one style with slots) → notes whose gaps are known. Strict: what it does not know stops with file and line.
// In: the style and its text. Out: one note for every `when` and every choice of words for its slots, with the queries that are due.
import { QUERY_AXES } from '../../src/types.ts';
import { noteSchema, type NoteInput } from '../../src/wire.ts';

/** A query that is due: its axis and the problem it is about. */
export interface Due { readonly axis: string; readonly about: string }
/** `allowed`: queries that do no harm where they are raised. */
export interface PlantedNote { readonly note: NoteInput; readonly template: string; readonly due: readonly Due[]; readonly allowed: readonly Due[] }

interface Line { readonly at: number; readonly content: string }
interface Slot { readonly name: string; readonly state: string; readonly words: readonly string[] }
type Fail = (line: Line, says: string) => never;

const HEADS: ReadonlySet<string> = new Set(['setting', 'type', 'date']);
const HOLE = /\{([a-z]+)\}/g;

/** The templates of a file, each from "# <style>-<number>: what it shows" on. */
function cutBlocks(style: string, text: string): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  for (const [at, content] of text.split('\n').entries()) {
    if (content.startsWith('# ')) blocks.push([]);
    if (blocks.length === 0 && content.trim() !== '') throw new Error(`${style}:${at + 1}: expected "# ${style}-01: what it shows"`);
    blocks.at(-1)?.push({ at: at + 1, content });
  }
  return blocks;
}

function readSlot(line: Line, fail: Fail): Slot {
  const [, name, state, words] = /^slot ([a-z]+) ([a-z]+) = ?(.*)$/.exec(line.content) ?? fail(line, 'expected "slot NAME STATE = WORDS | WORDS"');
  return { name: name!, state: state!, words: words!.split(/ \| ?/).map((one) => one.trim() === '' ? '' : one) };
}

interface Asked { readonly due: readonly Due[]; readonly allowed: readonly Due[] }

function readAsked(line: Line, said: string, fail: Fail): Asked {
  const read = (said === 'ask nothing' ? [] : said.split(/, /)).map((one) => {
    const [, how, axis, about] = /^(ask|may) ([a-z-]+) ([a-z-]+)$/.exec(one) ?? fail(line, `expected "ask AXIS PROBLEM", "may AXIS PROBLEM" or "ask nothing", found "${one}"`);
    return (QUERY_AXES as readonly string[]).includes(axis!) ? { how, axis: axis!, about: about! } : fail(line, `no query axis: ${axis}`);
  });
  const only = (which: string): readonly Due[] => read.filter(({ how }) => how === which).map(({ axis, about }) => ({ axis, about }));
  return { due: only('ask'), allowed: only('may') };
}

interface When extends Asked { readonly states: ReadonlyMap<string, Slot> }

function readWhen(line: Line, slots: readonly Slot[], fail: Fail): When {
  const [, conditions, said] = /^when (.+?): (.+)$/.exec(line.content) ?? fail(line, 'expected "when SLOT STATE, SLOT STATE: ask …"');
  const states = new Map(conditions!.split(', ').map((one): readonly [string, Slot] => {
    const [name, state] = one.split(' ');
    return [name!, slots.find((slot) => slot.name === name && slot.state === state) ?? fail(line, `no slot "${one}"`)];
  }));
  const missing = [...new Set(slots.map(({ name }) => name))].filter((name) => !states.has(name));
  return missing.length > 0 ? fail(line, `does not say ${missing.join(', ')}`) : { states, ...readAsked(line, said!, fail) };
}

const product = (slots: readonly Slot[]): readonly ReadonlyMap<string, string>[] => slots.reduce<readonly ReadonlyMap<string, string>[]>(
  (lists, { name, words }) => lists.flatMap((list) => words.map((one) => new Map([...list, [name, one]]))), [new Map()]);

function readBlock(style: string, [title, ...lines]: readonly Line[]): readonly PlantedNote[] {
  const fail: Fail = (line, says) => { throw new Error(`${style}:${line.at}: ${says}`); };
  const template = new RegExp(`^# (${style}-\\d\\d): .+`).exec(title!.content)?.[1] ?? fail(title!, `expected "# ${style}-01: what it shows"`);
  const arrow = lines.findIndex(({ content }) => content === '==>');
  if (arrow < 0) fail(title!, 'no line "==>"');
  const first = lines.findIndex(({ content }) => !content.startsWith('@'));
  const head = Object.fromEntries(lines.slice(0, first).map((line): readonly [string, string] => {
    const [, key, value] = /^@(\w+) (\S+)$/.exec(line.content) ?? fail(line, 'expected "@key value"');
    return HEADS.has(key!) ? [key!, value!] : fail(line, `unknown: ${key}`);
  }));
  const body = lines.slice(first, arrow).map(({ content }) => content).join('\n').trimEnd();
  const rules = lines.slice(arrow + 1).filter(({ content }) => content.trim() !== '');
  const unknown = rules.find(({ content }) => !/^(?:slot|when) /.test(content));
  if (unknown) fail(unknown, `unknown: ${unknown.content}`);
  const slots = rules.filter(({ content }) => content.startsWith('slot ')).map((line) => readSlot(line, fail));
  const holes = new Set([...body.matchAll(HOLE)].map(([, name]) => name!));
  const loose = [...new Set([...holes, ...slots.map(({ name }) => name)])].find((name) => !holes.has(name) || !slots.some((slot) => slot.name === name));
  if (loose !== undefined) fail(title!, `the slot "${loose}" stands only in the text or only below it`);
  const whens = rules.filter(({ content }) => content.startsWith('when ')).map((line) => readWhen(line, slots, fail));
  if (whens.length === 0) fail(title!, 'no line "when"');
  return whens.flatMap(({ states, ...asked }) => product([...states.values()]).map((words) => ({ words, asked })))
    .map(({ words, asked }, at) => ({ template, ...asked, note: noteSchema.parse({ id: `${template}.${at + 1}`, date: '2026-11-15', ...head, text: body.replace(HOLE, (_hole, name: string) => words.get(name)!) }) }));
}

/** Reads the file of a style. @throws Error with file and line. */
export const readTemplates = (style: string, text: string): readonly PlantedNote[] => cutBlocks(style, text).flatMap((block) => readBlock(style, block));
