import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LineProfitDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { Drawer } from '@/shared/ui/Drawer';
import { ErrorState } from '@/shared/ui/States';
import { Money, Quantity } from '@/shared/ui/Values';
import { orderProfit } from '../api';

/** The sum behind a row: each line with its prices, what came of it, and what that makes. */
export function ProfitWhy({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(orderProfit(orderId));
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={data ? `What ${data.orderNumber} is worth` : 'What the order is worth'}
      description="(Our price − mill price − commission) × quantity, rounded once per line. Realized is the same of what came, at most of what was ordered."
    >
      {error && !data && (
        <ErrorState title="The lines could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {data && (
        <>
          <ul className="flex flex-col divide-y divide-line">
            {data.lines.map((line) => (
              <li key={line.orderLineId ?? 'order'} className="py-4 first:pt-0">
                <LineSum line={line} />
              </li>
            ))}
          </ul>
          {data.lines.length === 0 && <p className="text-sm text-muted">No line has a quantity yet.</p>}
          <p className="mt-2 text-sm">
            <Link to={paths.order(orderId)} className="text-accent-text underline-offset-2 hover:underline">
              Open the order
            </Link>
          </p>
        </>
      )}
    </Drawer>
  );
}

function LineSum({ line }: { line: LineProfitDto }) {
  const { currency, unit } = line;
  const money = (amount: string | null) => <Money amount={amount} currency={currency} />;
  return (
    <section aria-label={line.label}>
      <h3 className="mb-2 text-sm font-semibold break-words">{line.label}</h3>
      <DescriptionList
        columns={3}
        items={[
          { term: 'Ordered', value: <Quantity quantity={line.quantity} unit={unit} /> },
          { term: 'Our price', value: money(line.provaPrice) },
          { term: 'Mill price', value: money(line.millPrice) },
          { term: 'Commission', value: money(line.commission) },
          { term: 'Margin per unit', value: money(line.margin) },
          { term: 'Value', value: money(line.value) },
          { term: 'Potential profit', value: money(line.potentialProfit) },
          { term: 'Came', value: <Quantity quantity={line.delivered} unit={unit} /> },
          ...(line.share === '0'
            ? []
            : [
                {
                  term: 'Share of what came for the whole order',
                  value: <Quantity quantity={line.share} unit={unit} />,
                },
              ]),
          { term: 'Counted', value: <Quantity quantity={line.realizedQuantity} unit={unit} /> },
          { term: 'Realized value', value: money(line.realizedValue) },
          { term: 'Realized profit', value: money(line.realizedProfit) },
        ]}
      />
    </section>
  );
}
