import { create } from 'zustand';

const key = 'provabook.railFolded';
const groupsKey = 'provabook.railGroups';

/** Which groups this person folded or unfolded; the others are as they come. */
type FoldedGroups = Readonly<Record<string, boolean>>;

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Storage is closed to us: it holds until the page is left.
  }
}

function storedGroups(): FoldedGroups {
  try {
    return JSON.parse(stored(groupsKey) ?? '{}') as FoldedGroups;
  } catch {
    return {};
  }
}

export const useRail = create<{ folded: boolean; groups: FoldedGroups }>()(() => ({
  folded: stored(key) === '1',
  groups: storedGroups(),
}));

export function setRailFolded(folded: boolean): void {
  store(key, folded ? '1' : '0');
  useRail.setState({ folded });
}

export function setGroupFolded(group: string, folded: boolean): void {
  const groups = { ...useRail.getState().groups, [group]: folded };
  store(groupsKey, JSON.stringify(groups));
  useRail.setState({ groups });
}
