// Bytes of an XML file → calls for elements and text, while streaming. Nothing external is ever loaded: a document type is refused.
// Not its job: what the elements mean (read-tabular.ts, read-index.ts).
import { SaxesParser } from 'saxes';
import { UnreadableInput } from '../read/parts/reader.ts';
import { tidy } from './code-form.ts';
import type { NamedBytes } from './parts.ts';

export interface XmlHandlers {
  readonly root: string;
  readonly open: (element: string, attributes: Readonly<Record<string, string>>, parent: string | undefined) => void;
  /** `text` is what stands directly in the element behind its last child, white space tidied. */
  readonly close: (element: string, text: string, parent: string | undefined) => void;
  /** Text in front of a child element, for mixed content. */
  readonly before?: (child: string, text: string, parent: string) => void;
}

/** 1 MiB: far above any text of an official file. */
const LONGEST_TEXT = 2 ** 20;

/** Reads a whole document; throws UnreadableInput with line and column where it is cut, damaged or foreign. */
export async function readXml({ name, bytes }: NamedBytes, handlers: XmlHandlers): Promise<void> {
  const parser = createParser(name, handlers);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  for await (const chunk of bytes) {
    parser.write(decode(decoder, chunk, `${name}: is not UTF-8 between bytes ${read} and ${read + chunk.length}; fetch the file again`));
    read += chunk.length;
  }
  if (read === 0) throw new UnreadableInput(`${name}: is empty; fetch the file again`);
  parser.close();
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array, message: string): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new UnreadableInput(message);
  }
}

function createParser(name: string, handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser();
  const path: string[] = [];
  let text = '';
  const refuse = (why: string): never => { throw new UnreadableInput(`${name}: line ${parser.line}, column ${parser.column}: ${why}; fetch the file again`); };
  parser.on('error', ({ message }) => refuse(`the XML is cut or damaged (${message.replace(/^.*?\d+:\d+: /, '')})`));
  parser.on('doctype', () => refuse('has a document type, which official files have not'));
  parser.on('text', (piece) => {
    text += piece;
    if (text.length > LONGEST_TEXT) refuse('one text is longer than 1 MiB, which official files have not');
  });
  parser.on('opentag', ({ name: element, attributes }) => {
    const parent = path.at(-1);
    if (parent === undefined && element !== handlers.root) refuse(`begins with <${element}>, not with <${handlers.root}>`);
    if (parent !== undefined) handlers.before?.(element, tidy(text), parent);
    text = '';
    path.push(element);
    handlers.open(element, attributes as Readonly<Record<string, string>>, parent);
  });
  parser.on('closetag', ({ name: element }) => {
    path.pop();
    handlers.close(element, tidy(text), path.at(-1));
    text = '';
  });
  return parser;
}
