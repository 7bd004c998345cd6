import { create } from 'zustand';

interface PaletteState {
  open: boolean;
  /** It was opened once, so its code is on the page and stays there. */
  used: boolean;
  /** Its box is on the screen and takes what is typed. */
  ready: boolean;
  /** What was typed after it was asked for and before its box was there. */
  early: string;
}

export const usePalette = create<PaletteState>()(() => ({ open: false, used: false, ready: false, early: '' }));

export const openPalette = () => usePalette.setState({ open: true, used: true });
export const setPaletteOpen = (open: boolean) => usePalette.setState({ open, early: '' });
const togglePalette = () => usePalette.setState(({ open }) => ({ open: !open, used: true, early: '' }));

/**
 * ⌘K or Ctrl K, also while somebody types: a chord is never text. Listened to from the first moment of the page, because
 * people press it before the rest has come; what they type next waits for the box, and is no key of the page behind it.
 * @param mayOpen whether somebody is signed in
 */
export function listenForPalette(mayOpen: () => boolean): () => void {
  const onKey = (event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, shiftKey } = event;
    const key = event.key.toLowerCase();
    const { open, ready, early } = usePalette.getState();
    const held = ctrlKey || metaKey || altKey;
    if (key === 'k' && (metaKey || ctrlKey) && !altKey && !shiftKey && mayOpen()) togglePalette();
    else if (!open || ready || held) return;
    else if (key === 'escape') setPaletteOpen(false);
    else if (event.key.length === 1) usePalette.setState({ early: early + event.key });
    else if (key !== 'enter') return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('keydown', onKey, true);
  return () => document.removeEventListener('keydown', onKey, true);
}
