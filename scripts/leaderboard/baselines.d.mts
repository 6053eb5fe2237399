// Types of baselines.mjs, for the tests.
import type { BenchmarkNote } from './benchmark-files.mjs';
export const BASELINES: Readonly<Record<string, (note: BenchmarkNote) => { readonly candidates: readonly { readonly code: string; readonly evidence: readonly { readonly start: number; readonly end: number; readonly text: string }[] }[] }>>;
