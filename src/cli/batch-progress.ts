// How far a batch is, on standard error: one line drawn again on a terminal; elsewhere a line of JSON every 30 seconds, for logs.
// In: counts and the share of the input that was read. Out: rate and remaining time.
import type { BatchProgress } from '../batch/batch-plan.ts';
import type { Io } from './io.ts';

const DRAWN_EVERY = 200;
const LOGGED_EVERY = 30_000;
const CLEAR = '\r\u001b[K';

export interface BatchProgressLine { readonly show: (progress: BatchProgress) => void; readonly end: () => void }

/** `quiet` shows nothing. */
export function showBatchProgress(io: Io, { quiet }: { readonly quiet: boolean }): BatchProgressLine {
  if (quiet) return { show: () => undefined, end: () => undefined };
  const started = performance.now();
  let [shown, shareAtStart] = [io.errorIsTerminal ? 0 : started, -1];
  return {
    show: (progress) => {
      if (shareAtStart < 0) shareAtStart = progress.resumed > 0 ? progress.share ?? 0 : 0;
      const now = performance.now();
      if (now - shown < (io.errorIsTerminal ? DRAWN_EVERY : LOGGED_EVERY)) return;
      shown = now;
      const pace = paceOf(progress, { seconds: (now - started) / 1000, shareAtStart });
      io.writeError(io.errorIsTerminal ? `${CLEAR}${sayPace(progress, pace)}` : `${JSON.stringify({ read: progress.read, ...pace })}\n`);
    },
    end: () => { if (io.errorIsTerminal) io.writeError(CLEAR); },
  };
}

interface Pace { readonly notesPerSecond: number; readonly percent?: number; readonly remainingSeconds?: number }

/** From what this process did; what an earlier one had done does not count. */
function paceOf({ read, resumed, share }: BatchProgress, { seconds, shareAtStart }: { readonly seconds: number; readonly shareAtStart: number }): Pace {
  const notesPerSecond = Math.round(((read - resumed) / Math.max(seconds, 0.001)) * 10) / 10;
  if (share === undefined) return { notesPerSecond };
  const gained = share - shareAtStart;
  const percent = Math.floor(Math.min(1, share) * 100);
  return gained <= 0 ? { notesPerSecond, percent } : { notesPerSecond, percent, remainingSeconds: Math.max(0, Math.round((seconds * (1 - share)) / gained)) };
}

function sayPace({ read }: BatchProgress, { notesPerSecond, percent, remainingSeconds }: Pace): string {
  const left = remainingSeconds === undefined ? '' : `, ${sayTime(remainingSeconds)} left`;
  return `lumbago: ${read} notes read${percent === undefined ? '' : `, ${percent} %`}, ${notesPerSecond} a second${left}`;
}

function sayTime(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
