// The button that changes between light and dark.
import { switchTheme, theme } from '../state/theme.ts';

/** Light or dark, by choice. */
export function ThemeSwitch() {
  const other = theme.value === 'dark' ? 'Light' : 'Dark';
  return <button type="button" class="bare" onClick={switchTheme} aria-label={`${other} theme`}>{other}</button>;
}
