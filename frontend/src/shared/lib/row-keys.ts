import { useKeys } from './keys';

/** The links that open the rows on screen, in their order: each carries `data-row-link`. */
export function rowLinks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
}

/** J and K walk along the rows; Enter opens, as on any link. */
export function useRowKeys(): void {
  const step = (by: 1 | -1) => {
    const links = rowLinks();
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
}
