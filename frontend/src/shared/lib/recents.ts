import { create } from 'zustand';
import { useSession } from '../session';

/** Something that was opened lately, as the palette shows it. */
export interface Recent {
  to: string;
  title: string;
  detail?: string;
}

const most = 8;
const keyOf = (personId: string) => `provabook.recent.${personId}`;

function stored(personId: string): Recent[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(personId)) ?? '[]');
    return Array.isArray(found) ? found.filter(isRecent).slice(0, most) : [];
  } catch {
    return [];
  }
}

function isRecent(value: unknown): value is Recent {
  const { to, title } = (value ?? {}) as Partial<Recent>;
  return typeof to === 'string' && to.startsWith('/') && typeof title === 'string';
}

const useStore = create<{ of: string; items: Recent[] }>()(() => ({ of: '', items: [] }));

/** The person's own, the latest first. */
export function useRecents(personId: string): Recent[] {
  const { of, items } = useStore();
  return of === personId ? items : stored(personId);
}

/** Puts it first; the oldest of nine is forgotten. Nothing to do where nobody is signed in. */
export function remember(item: Recent): void {
  const person = useSession.getState().actor?.id;
  if (!person) return;
  const items = [item, ...stored(person).filter(({ to }) => to !== item.to)].slice(0, most);
  useStore.setState({ of: person, items });
  try {
    localStorage.setItem(keyOf(person), JSON.stringify(items));
  } catch {
    // Storage is closed to us: they are remembered until the page is left.
  }
}

/** Who signs out leaves no names behind for whoever sits here next. */
useSession.subscribe((now, before) => {
  if (now.status !== 'signedOut' || !before.actor) return;
  useStore.setState({ of: '', items: [] });
  try {
    localStorage.removeItem(keyOf(before.actor.id));
  } catch {
    // Storage is closed to us: nothing was kept there.
  }
});
