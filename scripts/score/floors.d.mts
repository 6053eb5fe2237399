// Types of floors.mjs, for the tests.
export interface Limits { readonly floors?: Readonly<Record<string, number>>; readonly ceilings?: Readonly<Record<string, number>> }
export function valueAt(measures: unknown, path: string): unknown;
export function whatFell(measures: unknown, set: Limits): string[];
export function raise<S extends Limits>(measures: unknown, set: S): S;
export function printScores(scores: unknown): string;
