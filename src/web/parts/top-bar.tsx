// The bar above every view.
import { OfflineBadge } from './offline-badge.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { ViewSwitch } from './view-switch.tsx';

/** Name of the page, the views, what is true of its privacy, the theme. */
export function TopBar() {
  return (
    <header class="top-bar">
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById('main')?.focus(); }}>Skip to the work</a>
      <span class="brand">lumbago</span>
      <ViewSwitch />
      <span class="spring" />
      <OfflineBadge />
      <ThemeSwitch />
    </header>
  );
}
