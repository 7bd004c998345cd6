import { useQuery } from '@tanstack/react-query';
import { CatchBoundary, useParams } from '@tanstack/react-router';
import { type ComponentType, Suspense } from 'react';
import { toProblem } from '@/shared/api/errors';
import { cx } from '@/shared/lib/cx';
import { useKeys } from '@/shared/lib/keys';
import type { OrderPanelProps, OrderTabName } from '@/shared/lib/order';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { Card } from '@/shared/ui/Card';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { Tabs } from '@/shared/ui/Tabs';
import { orderDetail } from '../api';
import { NoSuchOrder } from '../components/NoSuchOrder';
import { OrderFacts } from '../components/OrderFacts';
import { OrderActions } from '../components/OrderActions';
import { OrderBadges } from '../components/OrderBadges';
import { orderSearch } from '../search';

/** One part of an order's workspace, from the feature that knows it. */
export interface OrderTab {
  name: OrderTabName;
  label: string;
  Panel: ComponentType<OrderPanelProps>;
  count?: (order: OrderPanelProps['order']) => number;
}

/** @param tabs what the app plugs in; the page itself knows no other feature */
export function OrderPage({ tabs }: { tabs: readonly OrderTab[] }) {
  const { orderId = '' } = useParams({ strict: false });
  const { data: order, error, refetch } = useQuery(orderDetail(orderId));
  const [{ tab }, setState] = useUrlState(orderSearch);
  const current = tabs.find(({ name }) => name === tab) ?? tabs[0];
  const show = (name: OrderTabName) => setState({ tab: name === tabs[0]?.name ? undefined : name, line: undefined });
  useKeys(Object.fromEntries(tabs.map(({ name }, at) => [String(at + 1), () => show(name)])));

  if (!order) {
    if (error && toProblem(error).status === 404) return <NoSuchOrder />;
    if (error) return <ErrorState title="The order could not be loaded" error={error} onRetry={() => void refetch()} />;
    return <DetailSkeleton what="the order" />;
  }
  return (
    <>
      <PageHeader
        title={order.orderNumber}
        crumbs={[{ label: 'Orders', to: paths.orders }]}
        badges={<OrderBadges order={order} />}
        description={<OrderLineOfWords order={order} />}
        actions={<OrderActions order={order} />}
      />
      {error && (
        <Card flush className="mb-4 overflow-hidden">
          <StaleBanner error={error} onRetry={() => void refetch()} />
        </Card>
      )}
      {/* On a phone the other tabs have the screen to themselves. */}
      <div className={cx(current !== tabs[0] && 'max-sm:hidden')}>
        <OrderFacts order={order} />
      </div>
      {current && (
        <div className="mt-6">
          <Tabs
            label={`Order ${order.orderNumber}`}
            value={current.name}
            onChange={show}
            tabs={tabs.map(({ name, label, Panel, count }) => ({
              value: name,
              label,
              count: count?.(order),
              content: (
                <CatchBoundary
                  getResetKey={() => `${orderId}/${name}`}
                  errorComponent={({ error: fault, reset }) => (
                    <Card flush>
                      <ErrorState title={`${label} could not be shown`} error={fault} onRetry={reset} />
                    </Card>
                  )}
                >
                  <Suspense
                    fallback={
                      <Card flush>
                        <TableSkeleton what={label.toLowerCase()} />
                      </Card>
                    }
                  >
                    <Panel orderId={order.id} order={order} />
                  </Suspense>
                </CatchBoundary>
              ),
            }))}
          />
        </div>
      )}
    </>
  );
}

function OrderLineOfWords({ order }: OrderPanelProps | { order: OrderPanelProps['order'] }) {
  const { buyerName, customerName, fabricType, fabricComposition, gsm, season } = order;
  const who = buyerName && buyerName !== customerName ? `${buyerName} for ${customerName}` : customerName;
  const cloth = [fabricType, fabricComposition, gsm && `${gsm} g/m²`].filter(Boolean).join(', ');
  return (
    <>
      <span className="font-medium text-ink">{who}</span>
      {[cloth, season].filter(Boolean).map((each) => (
        <span key={each}> · {each}</span>
      ))}
    </>
  );
}
