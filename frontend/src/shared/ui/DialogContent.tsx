import { useRef } from 'react';

/** Where the focus was; of an item in a menu, which is gone by then, the button that opened the menu. */
function opener(): HTMLElement | null {
  const { activeElement } = document;
  const menu = activeElement?.closest('[role=menu]');
  const at = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : null;
}

/**
 * Our dialogs are opened by a state and not by a trigger, so Radix does not know where the focus came from and leaves it
 * nowhere: who works by keys would begin at the top of the page. For the `Content` of a dialog.
 */
export function useFocusBack() {
  const from = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      from.current = opener();
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      // Where somebody has given it a new place meanwhile, it stays there.
      if (document.activeElement === document.body) from.current?.focus();
    },
  };
}
