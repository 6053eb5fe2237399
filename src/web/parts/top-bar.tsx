// The bar above every view.
import { ThemeSwitch } from './theme-switch.tsx';
import { ViewSwitch } from './view-switch.tsx';

/** Name of the page and the views. */
export function TopBar() {
  return (
    <header class="top-bar">
      <span class="brand">lumbago</span>
      <ViewSwitch />
      <ThemeSwitch />
    </header>
  );
}
