// Which of the three views is shown, as a signal; the address keeps it (#batch), so that going back works.
import { signal } from '@preact/signals';

export const VIEW_NAMES = ['workspace', 'worklist', 'batch'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

const readAddress = (): ViewName => VIEW_NAMES.find((name) => location.hash === `#${name}`) ?? 'workspace';

/** The view that is shown; set it with `showView`. */
export const view = signal<ViewName>(readAddress());

/** True when the page comes from `lumbago serve`: only then is there a worklist to connect to. */
export const isServed: boolean = document.documentElement.dataset.server === 'local';

addEventListener('hashchange', () => { view.value = readAddress(); });

/** Goes to a view; the address follows. */
export function showView(name: ViewName): void {
  location.hash = name;
  view.value = name;
}
