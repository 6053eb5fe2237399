// What the page and the worker of the batch view say to each other.
import type { Report } from '../../../wire.ts';
import type { ListedNote } from './note-index.ts';
import type { ReadSoFar } from './read-results.ts';
import type { ResultFile } from './result-files.ts';

export type ToWorker =
  | { readonly kind: 'read'; readonly files: readonly ResultFile[] }
  | { readonly kind: 'stop' }
  | { readonly kind: 'list'; readonly key: string; readonly from: number; readonly count: number }
  | { readonly kind: 'open'; readonly number: number };

export interface Progress { readonly bytes: number; readonly of: number; readonly notes: number; readonly rejects: number }

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly read: ReadSoFar; readonly stopped: boolean }
  | { readonly kind: 'listed'; readonly key: string; readonly from: number; readonly total: number; readonly notes: readonly ListedNote[] }
  | { readonly kind: 'opened'; readonly number: number; readonly report: Report | undefined };
