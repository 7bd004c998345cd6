import '@/shared/styles/app.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAppRouter } from '@/app/router';
import { followSystemTheme, printLight } from '@/shared/lib/theme';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root.');

const router = createAppRouter();
followSystemTheme();
printLight();

createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
