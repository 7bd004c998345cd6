import { create } from 'zustand';

const key = 'provabook.railFolded';

function stored(): boolean {
  try {
    return localStorage.getItem(key) === '1';
  } catch {
    return false;
  }
}

export const useRail = create<{ folded: boolean }>()(() => ({ folded: stored() }));

export function setRailFolded(folded: boolean): void {
  try {
    localStorage.setItem(key, folded ? '1' : '0');
  } catch {
    // Storage is closed to us: it holds until the page is left.
  }
  useRail.setState({ folded });
}
