import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from './ConfirmDialog';

/**
 * Asks before what was typed is lost: by a link, by Back, by closing the tab.
 * @param when there is something to lose. Set it to false, and let that be rendered, before leaving on purpose.
 */
export function UnsavedGuard({ when }: { when: boolean }) {
  const blocker = useBlocker({ shouldBlockFn: () => when, enableBeforeUnload: () => when, withResolver: true });
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked'}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title="Leave without saving?"
      confirmLabel="Leave"
      cancelLabel="Stay here"
      danger
      onConfirm={() => blocker.proceed?.()}
    >
      What you typed on this page is not saved yet. It is lost when you leave.
    </ConfirmDialog>
  );
}
