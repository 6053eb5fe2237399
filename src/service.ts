// The one call that every shell makes: read entries in, outcomes out, one at a time and in order.
// Not its job: transport. Command line, batch and server only carry bytes to and from it.
import { createAnalyzer, VERSION, type Analyzer } from './index.ts';
import type { ReadEntry, Reject } from './read/parts/reader.ts';
import type { Note, Report } from './wire.ts';

/** What became of one entry. `failed`: the engine itself broke on it; `fault` names the error without its message, which could quote the note. */
export type Outcome =
  | { readonly kind: 'report'; readonly note: Note; readonly report: Report }
  | { readonly kind: 'reject'; readonly reject: Reject }
  | { readonly kind: 'failed'; readonly reject: Reject; readonly fault: string };

/** Versions that decide what a note gives. `release` is the newest one known. */
export interface EngineInfo { readonly version: string; readonly knowledge: string; readonly release: string }

export interface Service {
  readonly analyzer: Analyzer;
  readonly engine: EngineInfo;
  analyzeEntries(entries: AsyncIterable<ReadEntry>): AsyncGenerator<Outcome>;
}

/** A service over the bundled lexicons, or over an analyzer of one's own. */
export function createService(analyzer: Analyzer = createAnalyzer()): Service {
  const { manifest, sha256 } = analyzer.knowledge;
  return {
    analyzer,
    engine: { version: VERSION, knowledge: sha256, release: manifest.releases.at(-1)?.release ?? 'none' },
    async *analyzeEntries(entries) {
      for await (const entry of entries) yield entry.kind === 'reject' ? entry : analyzeOne(entry, analyzer);
    },
  };
}

function analyzeOne(entry: Extract<ReadEntry, { kind: 'note' }>, analyzer: Analyzer): Outcome {
  const { note, source, line } = entry;
  try {
    return { kind: 'report', note, report: analyzer.analyze(note) };
  } catch (error) {
    const reject = { source, id: note.id, ...(line === undefined ? {} : { line }), reason: 'the engine failed on this note; please report it (the trace holds no note text)' };
    return { kind: 'failed', reject, fault: describeFault(error) };
  }
}

/** The name of an error and the places it came through; never its message. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6);
  return [error.name, ...places].join('\n');
}
