import type { AnyRouter } from '@tanstack/react-router';
import { useSession } from '@/shared/session';

/**
 * When the session ends, here or in another tab, the guards run again: they lead to the sign-in page, with the way back.
 * @returns stops watching
 */
export function leaveOnSignOut(router: AnyRouter): () => void {
  return useSession.subscribe((now, before) => {
    if (before.status === 'signedIn' && now.status === 'signedOut') void router.invalidate();
  });
}
