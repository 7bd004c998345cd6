import { AlertDialog, Dialog } from 'radix-ui';
import { type ComponentProps, useState } from 'react';

/** Where the focus was; of an item in a menu, which is gone by then, the button that opened the menu. */
function opener(): HTMLElement | null {
  const { activeElement } = document;
  const menu = activeElement?.closest('[role=menu]');
  const at = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : null;
}

/**
 * Our dialogs are opened by a state and not by a trigger, so Radix does not know where the focus came from and leaves it
 * nowhere: who works by keys would begin at the top of the page. Seen as the content is first drawn, before a field in it
 * takes the focus.
 */
function useFocusBack() {
  const [from] = useState(opener);
  return (event: Event) => {
    event.preventDefault();
    // Where somebody has given it a new place meanwhile, it stays there.
    if (document.activeElement === document.body) from?.focus();
  };
}

/** What every dialog and drawer of ours is drawn on. */
export function DialogContent(props: ComponentProps<typeof Dialog.Content>) {
  return <Dialog.Content onCloseAutoFocus={useFocusBack()} {...props} />;
}

/** The same for a question. */
export function QuestionContent(props: ComponentProps<typeof AlertDialog.Content>) {
  return <AlertDialog.Content onCloseAutoFocus={useFocusBack()} {...props} />;
}
