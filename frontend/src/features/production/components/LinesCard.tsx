import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '@/shared/ui/Card';
import { cockpitPage } from '../api';
import { LineDrawer } from './LineDrawer';
import { StagePaces } from './StagePaces';

/** How the production of each open line of an order stands; a line opens day by day. */
export function LinesCard({ orderId }: { orderId: string }) {
  const { data } = useQuery(cockpitPage({ orderId: [orderId], pageSize: 200 }));
  const [opened, setOpened] = useState<string>();
  if (!data?.results.length) return null;
  return (
    <Card flush title="By line">
      <ul className="divide-y divide-line">
        {data.results.map(({ orderLineId, lineLabel, stages }) => (
          <li
            key={orderLineId}
            className="@container grid gap-x-6 gap-y-2 px-4 py-3 sm:px-5 lg:grid-cols-[14rem_minmax(0,1fr)]"
          >
            <button
              type="button"
              onClick={() => setOpened(orderLineId)}
              className="self-start text-start text-sm font-medium text-accent-text hover:underline"
            >
              {lineLabel}
            </button>
            <StagePaces stages={stages} />
          </li>
        ))}
      </ul>
      {opened && <LineDrawer orderLineId={opened} onClose={() => setOpened(undefined)} />}
    </Card>
  );
}
