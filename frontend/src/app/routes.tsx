/**
 * The route table. A feature adds a screen with one line in `screens` below:
 *
 *     lazyRoute('/orders', () => import('@/features/orders/pages/OrdersPage'), { search: ordersSearch }),
 *     lazyRoute('/orders/$orderId', () => import('@/features/orders/pages/OrderPage')),
 *     lazyRoute('/users', () => import('@/features/users/pages/UsersPage'), { roles: ['admin'], what: 'The list of users' }),
 *
 * The page is the module's default export and travels in a chunk of its own. Its address stands in
 * `shared/lib/paths.ts`; `search` comes from the feature's `search.ts` (see `shared/lib/search.ts`); a parameter is read
 * with `useParams({ strict: false })`. The chunk is fetched when the pointer rests on a link to it.
 */
import { type AnyRoute, createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { activitySearch } from '@/features/activity/search';
import { auditSearch, backupsSearch, jobsSearch, mailsSearch } from '@/features/administration/search';
import { alertsSearch } from '@/features/alerts/search';
import { approvalsSearch, approvalsTableSearch } from '@/features/approvals/search';
import { signInSearch } from '@/features/auth/search';
import { backToBackSearch } from '@/features/back-to-back/search';
import { calendarSearch } from '@/features/calendar/search';
import { deliveriesSearch } from '@/features/deliveries/search';
import { delaysSearch, incidentsSearch } from '@/features/incidents/search';
import { moneySearch } from '@/features/financials/search';
import { paymentsSearch } from '@/features/payments/search';
import { profitSearch } from '@/features/profit/search';
import { exportsSearch } from '@/features/exports/search';
import { homeSearch } from '@/features/home/search';
import { inboxSearch } from '@/features/inbox/search';
import { millOffersSearch } from '@/features/orders/offers/search';
import { orderSearch, ordersSearch } from '@/features/orders/search';
import { invoicesSearch, shipmentsSearch } from '@/features/shipments/search';
import { gridSearch, lateSearch } from '@/features/plan/search';
import { cockpitSearch, entrySearch, productionSearch } from '@/features/production/search';
import { compareSearch, parcelsSearch, roundsSearch, samplesSearch } from '@/features/samples/search';
import { tasksSearch } from '@/features/tasks/search';
import { deletionRequestsSearch, trashSearch } from '@/features/trash/search';
import { profileSearch } from '@/features/profile/search';
import { usersSearch } from '@/features/users/search';
import type { SearchSpec } from '@/shared/lib/search';
import type { Role } from '@/shared/session';
import { onlyFor, requireSession, requireStranger } from './guards';
import { FrameSkeleton } from './frame/FrameSkeleton';
import { NotFoundPage } from './pages/NotFoundPage';
import { Root } from './Root';

const rootRoute = createRootRoute({ component: Root });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch.parse,
  beforeLoad: requireStranger,
  component: lazyRouteComponent(() => import('@/features/auth/pages/SignInPage')),
});

/** Where the links of mails lead, and where one asks for such a link; open to whoever comes. */
const openRoutes = [
  openRoute('/forgot-password', () => import('@/features/auth/pages/ForgotPasswordPage')),
  openRoute('/reset-password', () => import('@/features/auth/pages/ResetPasswordPage')),
  openRoute('/invitation', () => import('@/features/auth/pages/InvitationPage')),
];

function openRoute(path: string, load: () => Promise<{ default: ComponentType }>) {
  return createRoute({ getParentRoute: () => rootRoute, path, component: lazyRouteComponent(load) });
}

/** Rail, top bar, and the session that everything in it needs. */
const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./frame/Frame')),
  pendingComponent: FrameSkeleton,
});

interface ScreenOptions {
  search?: SearchSpec<object>;
  /** Who may see it; all if not given. The first is named as the one to ask. */
  roles?: readonly Role[];
  /** With `roles`: what it is, for the sentence that the others read. */
  what?: string;
}

export function lazyRoute(path: string, load: () => Promise<{ default: ComponentType }>, options: ScreenOptions = {}) {
  const { search, roles, what = 'This page' } = options;
  const page = lazyRouteComponent(load);
  return createRoute({
    getParentRoute: () => frameRoute,
    path,
    validateSearch: (raw: Record<string, unknown>) => (search ? search.parse(raw) : {}),
    component: roles ? onlyFor(roles, what, page) : page,
  });
}

/** Unknown addresses, within the frame: the way on is at hand there. */
const notFoundRoute = createRoute({ getParentRoute: () => frameRoute, path: '$', component: NotFoundPage });

/** Of the pages that only admins see. */
function administration(search?: SearchSpec<object>): ScreenOptions {
  return { roles: ['admin'], what: 'The administration', ...(search ? { search } : {}) };
}

const screens: AnyRoute[] = [
  lazyRoute('/', () => import('@/features/home/pages/HomePage'), { search: homeSearch }),
  lazyRoute('/dashboard', () => import('@/features/dashboard/pages/FiguresPage')),
  lazyRoute('/orders', () => import('@/features/orders/pages/OrdersPage'), { search: ordersSearch }),
  lazyRoute('/orders/new', () => import('@/features/orders/pages/NewOrderPage')),
  lazyRoute('/orders/import', () => import('@/features/imports/pages/ImportStartPage')),
  lazyRoute('/orders/import/$importId', () => import('@/features/imports/pages/ImportPage')),
  lazyRoute('/orders/$orderId', () => import('./orderTabs'), { search: orderSearch }),
  lazyRoute('/orders/$orderId/edit', () => import('@/features/orders/pages/EditOrderPage')),
  lazyRoute('/money', () => import('@/features/financials/pages/MoneyPage'), { search: moneySearch }),
  lazyRoute('/money/back-to-back', () => import('@/features/back-to-back/pages/BackToBackPage'), {
    search: backToBackSearch,
  }),
  lazyRoute('/money/payments', () => import('@/features/payments/pages/PaymentsPage'), { search: paymentsSearch }),
  lazyRoute('/money/profit', () => import('@/features/profit/pages/ProfitPage'), { search: profitSearch }),
  lazyRoute('/money/proforma-invoices/$invoiceId', () => import('@/features/financials/pages/InvoicePage')),
  lazyRoute('/money/letters-of-credit/$creditId', () => import('@/features/financials/pages/CreditPage')),
  lazyRoute('/production', () => import('@/features/production/pages/CockpitPage'), { search: cockpitSearch }),
  lazyRoute('/production/days', () => import('@/features/production/pages/DaysPage'), { search: productionSearch }),
  lazyRoute('/production/file', () => import('@/features/production/pages/OutputFilePage')),
  lazyRoute('/production/entry', () => import('@/features/production/pages/EnterOutputPage'), { search: entrySearch }),
  lazyRoute('/deliveries', () => import('@/features/deliveries/pages/DeliveriesPage'), { search: deliveriesSearch }),
  lazyRoute('/mill-offers', () => import('@/features/orders/pages/MillOffersPage'), { search: millOffersSearch }),
  lazyRoute('/shipments', () => import('@/features/shipments/pages/ShipmentsPage'), { search: shipmentsSearch }),
  lazyRoute('/shipments/invoices', () => import('@/features/shipments/pages/InvoicesPage'), { search: invoicesSearch }),
  lazyRoute('/shipments/$shipmentId', () => import('@/features/shipments/pages/ShipmentPage')),
  lazyRoute('/approvals', () => import('./approvalsBoard'), { search: approvalsSearch }),
  lazyRoute('/approvals/table', () => import('@/features/approvals/pages/ApprovalsTablePage'), {
    search: approvalsTableSearch,
  }),
  lazyRoute('/samples', () => import('@/features/samples/pages/SamplesPage'), { search: samplesSearch }),
  lazyRoute('/samples/compare', () => import('@/features/samples/pages/ComparePage'), { search: compareSearch }),
  lazyRoute('/samples/rounds', () => import('@/features/samples/pages/RoundCostsPage'), { search: roundsSearch }),
  lazyRoute('/samples/parcels', () => import('@/features/samples/pages/ParcelsPage'), { search: parcelsSearch }),
  lazyRoute('/samples/parcels/$parcelId', () => import('@/features/samples/pages/ParcelPage')),
  lazyRoute('/samples/$sampleId', () => import('@/features/samples/pages/SamplePage')),
  lazyRoute('/tasks', () => import('@/features/tasks/pages/TasksPage'), { search: tasksSearch }),
  lazyRoute('/incidents', () => import('@/features/incidents/pages/IncidentsPage'), { search: incidentsSearch }),
  lazyRoute('/delays', () => import('@/features/incidents/pages/DelaysPage'), { search: delaysSearch }),
  lazyRoute('/late', () => import('@/features/plan/pages/LateLinesPage'), { search: lateSearch }),
  lazyRoute('/late/calendar', () => import('@/features/calendar/pages/CalendarPage'), { search: calendarSearch }),
  lazyRoute('/late/grid', () => import('@/features/plan/pages/PlanGridPage'), { search: gridSearch }),
  lazyRoute('/alerts', () => import('@/features/alerts/pages/AlertsPage'), { search: alertsSearch }),
  lazyRoute('/inbox', () => import('@/features/inbox/pages/InboxPage'), { search: inboxSearch }),
  lazyRoute('/activity', () => import('@/features/activity/pages/ActivityPage'), { search: activitySearch }),
  lazyRoute('/exports', () => import('@/features/exports/pages/ExportsPage'), { search: exportsSearch }),
  lazyRoute('/trash', () => import('@/features/trash/pages/TrashPage'), { search: trashSearch }),
  lazyRoute('/deletion-requests', () => import('@/features/trash/pages/DeletionRequestsPage'), {
    search: deletionRequestsSearch,
  }),
  lazyRoute('/settings/alerts', () => import('@/features/alert-rules/pages/AlertRulesPage'), {
    roles: ['manager', 'admin'],
    what: 'The rules of alerts',
  }),
  lazyRoute('/settings/proforma-invoices', () => import('@/features/financials/pages/ProformaSettingsPage'), {
    roles: ['admin'],
    what: 'The settings of proforma invoices',
  }),
  lazyRoute('/settings/gate-sets', () => import('@/features/gate-sets/pages/GateSetsPage'), {
    roles: ['manager', 'admin'],
    what: 'The sets of gates',
  }),
  lazyRoute('/settings/tna-templates', () => import('@/features/tna-templates/pages/TnaTemplatesPage'), {
    roles: ['manager', 'admin'],
    what: 'The T&A templates',
  }),
  lazyRoute('/settings/working-calendars', () => import('@/features/working-calendars/pages/WorkingCalendarsPage'), {
    roles: ['manager', 'admin'],
    what: 'The working calendars',
  }),
  lazyRoute('/admin', () => import('@/features/administration/pages/HousePage'), administration()),
  lazyRoute('/admin/settings', () => import('@/features/administration/pages/SettingsPage'), administration()),
  lazyRoute('/admin/jobs', () => import('@/features/administration/pages/JobsPage'), administration(jobsSearch)),
  lazyRoute('/admin/mail', () => import('@/features/administration/pages/MailsPage'), administration(mailsSearch)),
  lazyRoute('/admin/audit', () => import('@/features/administration/pages/AuditPage'), administration(auditSearch)),
  lazyRoute(
    '/admin/backups',
    () => import('@/features/administration/pages/BackupsPage'),
    administration(backupsSearch),
  ),
  lazyRoute('/admin/access', () => import('@/features/administration/pages/AccessPage'), administration()),
  lazyRoute('/settings/sign-in', () => import('@/features/sign-in-settings/pages/SignInSettingsPage'), {
    roles: ['admin'],
    what: 'The settings of signing in',
  }),
  lazyRoute('/users', () => import('@/features/users/pages/UsersPage'), {
    search: usersSearch,
    roles: ['admin'],
    what: 'The list of users',
  }),
  lazyRoute('/profile', () => import('@/features/profile/pages/ProfilePage'), { search: profileSearch }),
];

export const routeTree = rootRoute.addChildren([
  signInRoute,
  ...openRoutes,
  frameRoute.addChildren([...screens, notFoundRoute]),
]);
