import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight, Coins } from 'lucide-react';
import { useState } from 'react';
import type { OrderProfitDto } from '@/shared/api/generated';
import { currencyOptions } from '@/shared/forms/options';
import { formatDecimal } from '@/shared/lib/format';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { MoneyViews } from '@/shared/money/MoneyViews';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Select } from '@/shared/ui/Input';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day, Money } from '@/shared/ui/Values';
import { profitsPage } from '../api';
import { ProfitTotals } from '../components/ProfitTotals';
import { ProfitWhy } from '../components/ProfitWhy';
import { RatesDrawer } from '../components/RatesDrawer';
import { narrowingOf, profitFilters, profitSearch } from '../search';

const pageSize = 25;

/** What the orders of the house are worth: potential and realized, a row for each currency of an order. */
export default function ProfitPage() {
  const [values, setValues] = useUrlState(profitSearch);
  const [ratesOpen, setRatesOpen] = useState(false);
  const seesAll = useActor().role !== 'merchandiser';
  const narrowing = narrowingOf(values);
  const { ordering, page, into, why } = values;
  const query = useQuery(profitsPage({ ...narrowing, ordering, page, pageSize }));
  return (
    <>
      <PageHeader
        title="Profit"
        description={
          seesAll
            ? 'What all orders are worth, as ordered and as delivered.'
            : 'What your orders are worth, as ordered and as delivered.'
        }
        actions={<MoneyViews />}
      />
      <ProfitTotals
        narrowing={narrowing}
        into={into}
        actions={
          <>
            <Select
              aria-label="Tell the totals in one currency"
              value={into ?? ''}
              placeholder="Each currency"
              options={currencyOptions('')}
              onChange={({ target }) => setValues({ into: (target.value || undefined) as typeof into })}
            />
            <Button icon={ArrowLeftRight} onClick={() => setRatesOpen(true)}>
              Rates
            </Button>
          </>
        }
      />
      <ListCard
        of={['order', 'orders']}
        query={query}
        spec={profitSearch}
        values={values}
        onChange={setValues}
        filters={profitFilters}
        kept={['into', 'why']}
        columns={7}
        pageSize={pageSize}
        noMatch="The search finds order numbers, styles, colours and customers."
        empty={
          <EmptyState icon={Coins} title="Nothing to reckon yet">
            An order stands here as soon as one of its lines has a quantity and a price.
          </EmptyState>
        }
      >
        {({ ordering: by = '-potentialProfit', ...list }) => (
          <Table
            caption="Profit of orders"
            columns={[
              {
                key: 'order',
                head: 'Order',
                primary: true,
                cell: ({ orderId, orderNumber, customerName }) => (
                  <>
                    <button
                      type="button"
                      className={rowLink}
                      onClick={() => setValues({ why: orderId }, { push: true })}
                    >
                      {orderNumber}
                    </button>
                    <span className="block break-words text-[0.8125rem] text-muted">{customerName}</span>
                  </>
                ),
              },
              ...columns,
            ]}
            rowKey={({ orderId, currency }) => `${orderId} ${currency}`}
            ordering={by}
            {...list}
          />
        )}
      </ListCard>
      {why && <ProfitWhy orderId={why} onClose={() => setValues({ why: undefined })} />}
      {ratesOpen && <RatesDrawer onClose={() => setRatesOpen(false)} />}
    </>
  );
}

type Figure = 'value' | 'potentialProfit' | 'realizedValue' | 'realizedProfit';

const figure = (key: Figure, head: string): Column<OrderProfitDto> => ({
  key,
  head,
  align: 'end',
  orderBy: key,
  cell: (row) => (
    <Money amount={row[key]} currency={row.currency} className={row[key].startsWith('-') ? 'text-bad' : undefined} />
  ),
});

const columns: Column<OrderProfitDto>[] = [
  { key: 'ordered', head: 'Ordered', show: 'wide', cell: ({ orderDate }) => orderDate && <Day day={orderDate} /> },
  figure('value', 'Value'),
  figure('potentialProfit', 'Potential profit'),
  {
    key: 'margin',
    head: 'Margin',
    align: 'end',
    cell: ({ marginPercent, unpricedLines }) =>
      unpricedLines > 0 ? (
        <span className="text-warn">{unpricedLines} without a price</span>
      ) : (
        marginPercent !== null && <span className="tabular-nums">{formatDecimal(marginPercent)} %</span>
      ),
  },
  figure('realizedValue', 'Realized value'),
  figure('realizedProfit', 'Realized profit'),
];
