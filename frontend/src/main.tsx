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
