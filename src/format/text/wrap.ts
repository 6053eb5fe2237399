// Words laid out in lines of a given number of terminal cells; colour sequences take no room.
// Not its job: the note itself, whose spacing is kept (note-view.ts).
import { cells } from '../parts/visible.ts';

/** Breaks at spaces; the first line starts with `first`, the others with as many spaces as `first` has cells. */
export function wrapWords(content: string, layout: { readonly first: string; readonly width: number }): string {
  const indent = ' '.repeat(cells(layout.first));
  const room = Math.max(layout.width - indent.length, 20);
  const lines: string[] = [];
  let line = '';
  for (const word of content.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && cells(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines.map((each, index) => (index === 0 ? layout.first : indent) + each).join('\n');
}

/** Pads with spaces to a number of cells. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(width - cells(text), 0));
}
