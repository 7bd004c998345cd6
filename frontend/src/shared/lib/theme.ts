import { create } from 'zustand';

export type Theme = 'light' | 'dark' | 'system';

const key = 'provabook.theme'; // public/theme.js reads it before the first paint

function stored(): Theme {
  try {
    const value = localStorage.getItem(key);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

function systemIsDark(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches;
}

function apply(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark());
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

export const useTheme = create<{ theme: Theme }>()(() => ({ theme: stored() }));

export function setTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Storage is closed to us: the choice holds until the page is left.
  }
  useTheme.setState({ theme });
  apply(theme);
}

/** Follows the system while the choice is `system`. Called once at the start. */
export function followSystemTheme(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => apply(useTheme.getState().theme));
}

/** Paper is white: what is printed is light, however the screen looks. Called once at the start. */
export function printLight(): void {
  window.addEventListener('beforeprint', () => apply('light'));
  window.addEventListener('afterprint', () => apply(useTheme.getState().theme));
}
