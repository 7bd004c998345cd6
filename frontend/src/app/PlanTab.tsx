import OrderIncidents from '@/features/incidents/panels/OrderIncidents';
import PlanPanel from '@/features/plan/panels/PlanPanel';
import type { OrderPanelProps } from '@/shared/lib/order';

/** The plan of an order, and under it what went wrong with it. */
export default function PlanTab(props: OrderPanelProps) {
  return (
    <>
      <PlanPanel {...props} />
      <OrderIncidents {...props} />
    </>
  );
}
