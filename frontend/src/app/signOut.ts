import type { AnyRouter } from '@tanstack/react-router';
import { useSession } from '@/shared/session';

/**
 * When the session ends, here or in another tab, the guards run again: they lead to the sign-in page, with the way back.
 * So they do when something is laid on the person: they lead to where it is done.
 * @returns stops watching
 */
export function leaveOnSignOut(router: AnyRouter): () => void {
  return useSession.subscribe((now, before) => {
    const isLaid = now.actor?.duty && before.actor?.id === now.actor.id && before.actor.duty !== now.actor.duty;
    if (isLaid || (before.status === 'signedIn' && now.status === 'signedOut')) void router.invalidate();
  });
}
