// Where the reader's eye is: the chosen code, the one pointed at, the lit place in the note, the panel below, and what is on top.
import { computed, signal } from '@preact/signals';
import { coded, excluded } from './analysis.ts';
import type { Candidate } from '../../wire.ts';

/** Panels below the codes. */
export const PANELS = ['queries', 'claim', 'edits', 'why', 'dates'] as const;
export type Panel = (typeof PANELS)[number];

/** What lies on top of the page. */
export type Dialog =
  | { readonly kind: 'keys' } | { readonly kind: 'add' }
  | { readonly kind: 'reject' | 'edit'; readonly code: string; readonly title: string }
  | { readonly kind: 'query'; readonly query: string };

/** The pane of a narrow screen. */
export const pane = signal<'note' | 'codes' | 'queries'>('note');
export const panel = signal<Panel>('queries');
export const dialog = signal<Dialog | undefined>(undefined);
/** Whether the cards of what was considered and not coded are shown. */
export const isConsideredOpen = signal(false);
export const editing = signal(false);
export const noteFace = signal<'humanist' | 'mono'>('mono');

/** Whether single keys work; who dictates or types by other means may switch them off. */
export const areKeysOn = signal(true);

/** The code that keys act on. */
export const chosenCode = signal<string | undefined>(undefined);
/** The code under the pointer: it lights up before the chosen one. */
export const pointedCode = signal<string | undefined>(undefined);
/** The query whose words light up. */
export const pointedQuery = signal<string | undefined>(undefined);

const all = computed<readonly Candidate[]>(() => [...coded.value, ...excluded.value]);

export const chosen = computed<Candidate | undefined>(() => all.value.find(({ code }) => code === chosenCode.value));

/** Ids of the candidates and queries whose words are lit. */
export const litOwners = computed<ReadonlySet<string>>(() => {
  if (pointedQuery.value !== undefined) return new Set([pointedQuery.value]);
  const code = pointedCode.value ?? chosenCode.value;
  const candidate = all.value.find((one) => one.code === code);
  return new Set(candidate ? [candidate.id] : []);
});

/** A span of the note that is looked at (n, p, a quote that was followed). */
export const lookedAt = signal<{ readonly start: number; readonly end: number } | undefined>(undefined);
