import { useKeys } from './keys';

/** The links that open the rows on screen, in their order: each carries `data-row-link`. */
export function rowLinks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
}

/** J and K walk along the rows, from wherever in a row the focus is; Enter opens, as on any link; X ticks the row where rows are ticked. */
export function useRowKeys(): void {
  const step = (by: 1 | -1) => {
    const links = rowLinks();
    const { activeElement } = document;
    const row = activeElement?.closest('tr, li');
    const at = links.findIndex((link) => link === activeElement || row?.contains(link));
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
  };
  const tick = () => {
    const row = document.activeElement?.closest('tr, li');
    row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  };
  useKeys({ x: tick, j: () => step(1), k: () => step(-1) });
}
