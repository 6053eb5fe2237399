// Types of sets.mjs, for the tests.
import type { Limits } from './floors.mjs';
/** One set of corpora/scores.json: notes with labels, or labelled sentences, and its limits. */
export interface ScoredSet extends Limits { readonly notes?: string; readonly labels?: string; readonly sentences?: string }
export function pathOf(relative: string): string;
export function readText(relative: string): string;
export function readScores(): Readonly<Record<string, ScoredSet>>;
export function missingFiles(set: ScoredSet): string[];
export function readSet(set: ScoredSet): { readonly notes: readonly { readonly id: string; readonly text: string }[]; readonly labels: readonly { readonly id: string }[] };
