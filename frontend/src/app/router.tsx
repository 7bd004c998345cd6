import { createRouter } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from '@/shared/lib/search';
import { NotFoundPage } from './pages/NotFoundPage';
import { PageError } from './pages/PageError';
import { routeTree } from './routes';

export function createAppRouter() {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0, // TanStack Query decides what is fresh
    defaultPendingMs: 100,
    defaultPendingMinMs: 0,
    scrollRestoration: true,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: PageError,
  });
}
