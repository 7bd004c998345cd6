import { lazy } from 'react';
import { OrderPage, type OrderTab } from '@/features/orders/pages/OrderPage';
import StripPanel from '@/features/plan/panels/StripPanel';

/**
 * The tabs of an order's workspace, in the order of their keys 1 to 9. Features do not import one another: each brings a
 * panel that takes `OrderPanelProps` (`shared/lib/order.ts`), and is plugged in here with one entry.
 */
const tabs: readonly OrderTab[] = [
  {
    name: 'lines',
    label: 'Lines',
    Panel: lazy(() => import('@/features/orders/panels/LinesPanel')),
    count: ({ styles }) => styles.flatMap(({ lines }) => lines).length,
  },
  { name: 'samples', label: 'Samples', Panel: lazy(() => import('@/features/samples/panels/SamplesPanel')) },
  { name: 'money', label: 'Money', Panel: lazy(() => import('@/features/financials/panels/MoneyPanel')) },
  {
    name: 'production',
    label: 'Production',
    Panel: lazy(() => import('@/features/production/panels/ProductionPanel')),
  },
  {
    name: 'deliveries',
    label: 'Deliveries',
    Panel: lazy(() => import('@/features/deliveries/panels/DeliveriesPanel')),
  },
  { name: 'shipments', label: 'Shipments', Panel: lazy(() => import('@/features/shipments/panels/ShipmentsPanel')) },
  { name: 'plan', label: 'Plan', Panel: lazy(() => import('./PlanTab')) },
  { name: 'files', label: 'Files', Panel: lazy(() => import('@/features/documents/panels/FilesPanel')) },
  {
    name: 'activity',
    label: 'Activity',
    Panel: lazy(() => import('@/features/activity/panels/ActivityPanel')),
  },
];

/** When each line leaves, before anything else is opened: it comes with the page, which would jump if it came after it. */
const head = { label: 'Time and action', Panel: StripPanel };

/** Beside the tabs on a wide screen; below that width the last two of them. */
const side: readonly OrderTab[] = [
  { name: 'tasks', label: 'Tasks', Panel: lazy(() => import('@/features/tasks/panels/TasksPanel')) },
  { name: 'comments', label: 'Comments', Panel: lazy(() => import('@/shared/talk/CommentsPanel')) },
];

export default function OrderWorkspace() {
  return <OrderPage head={head} tabs={tabs} side={side} />;
}
