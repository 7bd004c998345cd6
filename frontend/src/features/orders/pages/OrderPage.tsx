import { useQuery } from '@tanstack/react-query';
import { CatchBoundary, useParams } from '@tanstack/react-router';
import { type ComponentType, Suspense, useEffect } from 'react';
import { toProblem } from '@/shared/api/errors';
import { DeletionBanner } from '@/shared/deletion/DeletionBanner';
import { cx } from '@/shared/lib/cx';
import { useKeys } from '@/shared/lib/keys';
import { useMedia } from '@/shared/lib/media';
import type { OrderPanelProps, OrderTabName } from '@/shared/lib/order';
import { paths } from '@/shared/lib/paths';
import { remember } from '@/shared/lib/recents';
import { useUrlState } from '@/shared/lib/search';
import { askForBox } from '@/shared/talk/focus';
import { Card } from '@/shared/ui/Card';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { Tabs } from '@/shared/ui/Tabs';
import { orderDetail } from '../api';
import { NoSuchOrder } from '../components/NoSuchOrder';
import { OrderFacts } from '../components/OrderFacts';
import { OrderActions } from '../components/OrderActions';
import { OrderBadges } from '../components/OrderBadges';
import { OverrideNotices } from '../components/OverrideNotice';
import { orderSearch } from '../search';

/** One part of an order's workspace, from the feature that knows it. */
export interface OrderTab {
  name: OrderTabName;
  label: string;
  Panel: ComponentType<OrderPanelProps>;
  count?: (order: OrderPanelProps['order']) => number;
}

interface OrderPageProps {
  /** Between the order's facts and the tabs. */
  head: Pick<OrderTab, 'label' | 'Panel'>;
  tabs: readonly OrderTab[];
  /** Beside the tabs where there is room, else two more of them. */
  side: readonly OrderTab[];
}

/** @param props what the app plugs in; the page itself knows no other feature */
export function OrderPage({ head, tabs: main, side }: OrderPageProps) {
  const { orderId = '' } = useParams({ strict: false });
  const { data: order, error, refetch } = useQuery(orderDetail(orderId));
  const [{ tab }, setState] = useUrlState(orderSearch);
  const wide = useMedia('(min-width: 80rem)');
  const tabs = wide ? main : [...main, ...side];
  const current = tabs.find(({ name }) => name === tab) ?? tabs[0];
  const show = (name: OrderTabName) =>
    setState({ tab: name === tabs[0]?.name ? undefined : name, line: undefined, style: undefined });
  const write = () => {
    askForBox();
    show('comments');
  };
  useKeys({
    ...Object.fromEntries(tabs.slice(0, 9).map(({ name }, at) => [String(at + 1), () => show(name)])),
    // Where the box is on screen already it answers by itself.
    ...(wide || current?.name === 'comments' ? {} : { c: write }),
  });

  const { orderNumber, customerName } = order ?? {};
  useEffect(() => {
    if (orderNumber) remember({ to: paths.order(orderId), title: orderNumber, detail: customerName });
  }, [orderId, orderNumber, customerName]);

  // Also where it has just gone to the trash, while it was looked at.
  if (error && toProblem(error).status === 404) return <NoSuchOrder orderId={orderId} />;
  if (!order) {
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
      <DeletionBanner orderId={order.id} />
      <OverrideNotices orderId={order.id} />
      {/* On a phone the other tabs have the screen to themselves. */}
      <div className={cx(current !== tabs[0] && 'max-sm:hidden')}>
        <OrderFacts order={order} />
        <div className="mt-4">
          <TabPanel {...head} order={order} />
        </div>
      </div>
      <div className="mt-6 items-start gap-4 xl:grid xl:grid-cols-[minmax(0,1fr)_18rem] 2xl:grid-cols-[minmax(0,1fr)_21rem] 2xl:gap-6">
        {current && (
          <Tabs
            label={`Order ${order.orderNumber}`}
            value={current.name}
            onChange={show}
            tabs={tabs.map(({ name, label, Panel, count }) => ({
              value: name,
              label,
              count: count?.(order),
              content: <TabPanel label={label} Panel={Panel} order={order} />,
            }))}
          />
        )}
        {wide && (
          <aside
            aria-label={side.map(({ label }) => label).join(' and ')}
            className="sticky top-18 flex max-h-[calc(100dvh-5.5rem)] flex-col gap-4 overflow-y-auto"
          >
            {side.map(({ name, label, Panel }) => (
              <TabPanel key={name} label={label} Panel={Panel} order={order} />
            ))}
          </aside>
        )}
      </div>
    </>
  );
}

/** A panel fails and waits alone. */
function TabPanel({ label, Panel, order }: Pick<OrderTab, 'label' | 'Panel'> & Pick<OrderPanelProps, 'order'>) {
  return (
    <CatchBoundary
      getResetKey={() => `${order.id}/${label}`}
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
