// Types of assertion-kit.mjs, for the tests.
export interface KitRow { readonly row: string; readonly concept: string; readonly sentence: string; readonly span?: { readonly start: number; readonly end: number } }
export interface KitQuestion { readonly labelled: number; readonly precision: number; readonly recall: number; readonly f1: number; readonly accuracy: number; readonly errors: readonly unknown[] }
export function parseKit(text: string): KitRow[];
export function scoreKit(rows: readonly KitRow[], assertText: (sentence: string, span: { readonly start: number; readonly end: number }) => unknown): { readonly sentences: number; readonly unplaced: number; readonly negation: KitQuestion; readonly historical: KitQuestion };
