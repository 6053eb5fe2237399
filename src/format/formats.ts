// The one table of output formats: the command line lists, chooses and describes formats from it.
// To add a format, write its file beside this one and add its line here.
import { html } from './html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import type { Format } from './parts/format.ts';
import { text } from './text.ts';

export const FORMATS: readonly Format[] = [text, json, jsonl, markdown, html];

/** The format of a name, or undefined. */
export function formatNamed(name: string): Format | undefined {
  return FORMATS.find((format) => format.name === name);
}

/** The format whose extension a file name has, or undefined. */
export function formatForFile(fileName: string): Format | undefined {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return FORMATS.find((format) => format.extension === extension);
}
