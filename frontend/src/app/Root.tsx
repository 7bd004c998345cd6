import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { leaveOnSignOut } from './signOut';

/** Around every page, signed in or not. */
export function Root() {
  const router = useRouter();

  useEffect(() => leaveOnSignOut(router), [router]);

  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        // Readers and keyboards start at the new page's beginning, not on a link that is gone.
        if (fromLocation && pathChanged) document.getElementById('content')?.focus({ preventScroll: true });
      }),
    [router],
  );

  return <Outlet />;
}
