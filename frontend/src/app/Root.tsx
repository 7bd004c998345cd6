import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { leaveOnSignOut } from './signOut';

const Toaster = lazy(() => import('@/shared/ui/Toaster'));

/** Around every page, signed in or not. */
export function Root() {
  const router = useRouter();
  const [painted, setPainted] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setPainted(true), 1_000);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => leaveOnSignOut(router), [router]);

  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        // Readers and keyboards start at the new page's beginning, not on a link that is gone.
        if (fromLocation && pathChanged) document.getElementById('content')?.focus({ preventScroll: true });
      }),
    [router],
  );

  return (
    <>
      <Outlet />
      {painted && (
        <Suspense>
          <Toaster />
        </Suspense>
      )}
    </>
  );
}
