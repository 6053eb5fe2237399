// What a format is: a name for the command line and one function from a report and its note to a string.
// Not its job: anything clinical. A format lays out what the report says and adds nothing to it.
import type { Note, Report } from '../../wire.ts';

/** How the output is to look; `width` counts terminal cells, `full` shows long notes whole. */
export interface RenderOptions {
  readonly color: boolean;
  readonly width: number;
  readonly full: boolean;
}

/** What stands round and between the pieces when they make one document. */
export interface Wrap {
  /** `always`: even a single report needs it; `many`: only a collection of notes does. */
  readonly when: 'always' | 'many';
  readonly open: string;
  readonly between: string;
  readonly close: string;
  /** The whole output when not one note was accepted. */
  readonly empty: string;
}

export interface Format {
  readonly name: string;
  readonly extension: string;
  readonly describe: string;
  /** One report as text. Every format ends its piece with a line break, json apart: its wrap does. */
  readonly render: (report: Report, note: Note, options: RenderOptions) => string;
  readonly wrap?: Wrap;
}

export const PLAIN: RenderOptions = { color: false, width: 80, full: false };
