// How far a long run is, on standard error: one line drawn again and again on a terminal, one line a file elsewhere.
import type { Io } from './io.ts';

export interface Step { readonly file: string; readonly done: number; readonly total: number }

export interface ProgressLine { readonly show: (step: Step) => void; readonly end: () => void }

/** At most ten times a second is a line drawn again. */
const PAUSE = 100;
const CLEAR = '\r\u001b[K';

/** `quiet` shows nothing. */
export function showProgress(io: Io, { quiet }: { readonly quiet: boolean }): ProgressLine {
  if (quiet) return { show: () => undefined, end: () => undefined };
  return io.errorIsTerminal ? drawAgain(io) : lineByLine(io);
}

function drawAgain(io: Io): ProgressLine {
  let drawn = 0;
  return {
    show: ({ file, done, total }) => {
      const now = Date.now();
      if (now - drawn < PAUSE) return;
      drawn = now;
      io.writeError(`${CLEAR}lumbago: reading ${printable(file)} ${percent(done, total)}`);
    },
    end: () => { if (drawn > 0) io.writeError(CLEAR); },
  };
}

function lineByLine(io: Io): ProgressLine {
  let last = '';
  return {
    show: ({ file }) => {
      if (file !== last) io.writeError(`lumbago: reading ${printable(file)}\n`);
      last = file;
    },
    end: () => undefined,
  };
}

const percent = (done: number, total: number): string => `${total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100))} %`;

const printable = (name: string): string => name.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?');
