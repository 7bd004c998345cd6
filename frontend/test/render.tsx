import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouteComponent,
  RouterProvider,
} from '@tanstack/react-router';
import { render, type RenderResult } from '@testing-library/react';
import { createQueryClient } from '@/shared/api/queries';
import { parseSearch, stringifySearch } from '@/shared/lib/search';

interface Place {
  /** Where the browser is: path and query. */
  at?: string;
  /** The route, where the page reads a parameter from it: `/orders/$orderId`. */
  path?: string;
}

/** Renders a page or component within a router and a query client of its own. */
export async function renderAt(Page: RouteComponent, { at = '/', path }: Place = {}) {
  const rootRoute = createRootRoute();
  const anywhere = createRoute({ getParentRoute: () => rootRoute, path: '$', component: Page });
  const home = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Page });
  const own = path ? [createRoute({ getParentRoute: () => rootRoute, path, component: Page })] : [];
  const router = createRouter({
    routeTree: rootRoute.addChildren([home, anywhere, ...own]),
    history: createMemoryHistory({ initialEntries: [at] }),
    parseSearch,
    stringifySearch,
  });
  await router.load();
  const screen: RenderResult = render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { ...screen, router, address: () => router.state.location.href };
}
