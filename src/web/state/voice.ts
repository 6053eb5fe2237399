// What the page tells: one polite line for screen readers, and notices that stay until they are put away.
import { signal } from '@preact/signals';

export interface Notice { readonly key: number; readonly kind: 'error' | 'information'; readonly says: string; readonly more?: readonly string[] }

/** The one live line of the page. */
export const spoken = signal('');

export const notices = signal<readonly Notice[]>([]);

let keys = 0;

/** Says something once, politely; the same words twice in a row are heard twice. */
export function say(words: string): void {
  spoken.value = spoken.value === words ? `${words}\u00a0` : words;
}

/** Shows a notice until the reader puts it away, and says it. */
export function tell(kind: Notice['kind'], says: string, more: readonly string[] = []): void {
  notices.value = [...notices.value.filter((one) => one.says !== says), { key: ++keys, kind, says, ...(more.length && { more }) }].slice(-4);
  say(says);
}

export function putAway(key: number): void {
  notices.value = notices.value.filter((one) => one.key !== key);
}
