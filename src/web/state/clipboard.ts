// Copying text, where the browser has a clipboard for the page and where it has none.
import { say, tell } from './voice.ts';

function copyOldWay(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  const before = document.activeElement;
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}

/** Copies the text; `what` names it for the reader. */
export async function copyText(text: string, what: string): Promise<void> {
  const done = await navigator.clipboard?.writeText(text).then(() => true, () => copyOldWay(text)) ?? copyOldWay(text);
  if (done) say(`Copied ${what}`);
  else tell('error', `The browser did not let the page copy ${what}; select it and copy it yourself`);
}

/** Codes for a claim form: in order, without dots. */
export const claimOrder = (codes: readonly string[]): string => codes.map((code) => code.replace('.', '')).join('\n');
