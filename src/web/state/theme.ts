// Light or dark: the system's choice until the reader makes one. Nothing is stored; a reload asks the system again.
import { computed, effect, signal } from '@preact/signals';

export type Theme = 'light' | 'dark';

const dark = matchMedia('(prefers-color-scheme: dark)');
const system = signal<Theme>(dark.matches ? 'dark' : 'light');
const chosen = signal<Theme | undefined>(undefined);
dark.addEventListener('change', () => { system.value = dark.matches ? 'dark' : 'light'; });

/** The theme that is shown. */
export const theme = computed<Theme>(() => chosen.value ?? system.value);

effect(() => { document.documentElement.dataset.theme = theme.value; });

/** Changes to the other theme, for this visit. */
export function switchTheme(): void {
  chosen.value = theme.value === 'dark' ? 'light' : 'dark';
}
