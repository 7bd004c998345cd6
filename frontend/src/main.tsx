import '@/shared/styles/app.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAppRouter } from '@/app/router';
import { listenForPalette } from '@/features/search/palette-state';
import { followSystemTheme, printLight } from '@/shared/lib/theme';
import { mayBeSignedIn, useSession } from '@/shared/session';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root.');

const router = createAppRouter();
if (mayBeSignedIn()) fetchPage(router);
followSystemTheme();
printLight();
listenForPalette(() => {
  const { status } = useSession.getState();
  return status === 'signedIn' || (status === 'restoring' && mayBeSignedIn());
});

createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);

/** Who comes back sees the frame and this page: their code is fetched while the session is restored. */
function fetchPage({ latestLocation, matchRoutes, routesById, loadRouteChunk }: typeof router): void {
  for (const { routeId } of matchRoutes(latestLocation)) {
    const route = routesById[routeId];
    if (route) loadRouteChunk(route)?.catch(() => undefined); // whoever shows it asks again, and tells
  }
}
