import { useQuery } from '@tanstack/react-query';
import { Banknote, HandCoins, Plus } from 'lucide-react';
import { useState } from 'react';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { useCan } from '@/shared/lib/can';
import { type SetUrlState, useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { MoneyViews } from '@/shared/money/MoneyViews';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { Table } from '@/shared/ui/Table';
import { Tabs } from '@/shared/ui/Tabs';
import { paymentsPage, receivablesPage } from '../api';
import { owedColumns, paidColumns } from '../columns';
import { AgeingCard } from '../components/AgeingCard';
import { OwedDrawer } from '../components/OwedDrawer';
import { PaymentDrawer } from '../components/PaymentDrawer';
import { RecordPaymentDrawer } from '../components/RecordPaymentDrawer';
import {
  owedAsked,
  owedFilters,
  owingOf,
  pageSize,
  paidAsked,
  paidFilters,
  paymentsSearch,
  type PaymentsSearch,
} from '../search';

const kept = ['tab', 'owed', 'payment'] as const;

/** What buyers owe for what was shipped, and the money that came. */
export default function PaymentsPage() {
  const [values, setValues] = useUrlState(paymentsSearch);
  const [recording, setRecording] = useState(false);
  const may = useCan()('payment.write');
  const seesAll = useActor().role !== 'merchandiser';
  const { tab, search, orderId, owed, payment, page } = values;
  const openOwed = (id: string) => setValues({ owed: id, payment: undefined, page }, { push: true });
  const openPayment = (id: string) => setValues({ payment: id, owed: undefined, page }, { push: true });
  return (
    <>
      <PageHeader
        title="Payments"
        description={
          seesAll
            ? 'What buyers owe for what was shipped, and the money that came.'
            : 'What buyers owe for your shipments, and the money that came.'
        }
        actions={
          <>
            <MoneyViews />
            {may && (
              <Button variant="primary" icon={Plus} onClick={() => setRecording(true)}>
                Record payment
              </Button>
            )}
          </>
        }
      />
      <Tabs
        label="Payments"
        value={tab ?? 'owed'}
        onChange={(next) =>
          setValues({ ...paymentsSearch.none, search, orderId, tab: next === 'received' ? 'received' : undefined })
        }
        tabs={[
          { value: 'owed', label: 'Outstanding', content: <Owed {...{ values, setValues }} onOpen={openOwed} /> },
          {
            value: 'received',
            label: 'Received',
            content: <Received {...{ values, setValues }} onOpen={openPayment} />,
          },
        ]}
      />
      {owed && <OwedDrawer id={owed} onClose={() => setValues({ owed: undefined, page })} onPayment={openPayment} />}
      {payment && (
        <PaymentDrawer id={payment} onClose={() => setValues({ payment: undefined, page })} onOwed={openOwed} />
      )}
      {recording && <RecordPaymentDrawer onClose={() => setRecording(false)} />}
    </>
  );
}

interface ListProps {
  values: PaymentsSearch;
  setValues: SetUrlState<PaymentsSearch>;
  onOpen: (id: string) => void;
}

function Owed({ values, setValues, onOpen }: ListProps) {
  const query = useQuery(receivablesPage(owedAsked(values)));
  return (
    <>
      <AgeingCard of={owingOf(values)} onChoose={setValues} />
      <ListCard
        of={['invoice', 'invoices']}
        query={query}
        spec={paymentsSearch}
        values={values}
        onChange={setValues}
        filters={owedFilters}
        besideFilters={<OrderFilter orderId={values.orderId} onChange={(orderId) => setValues({ orderId })} />}
        kept={kept}
        filtersStay
        columns={7}
        pageSize={pageSize}
        noMatch="The search finds invoices, orders and customers."
        empty={
          <EmptyState icon={HandCoins} title="Nothing is outstanding">
            A shipment stands here as soon as its commercial invoice is issued, until the money came.
          </EmptyState>
        }
      >
        {({ ordering = 'dueOn', ...list }) => (
          <Table
            caption="What is owed"
            columns={owedColumns(onOpen)}
            rowKey={({ id }) => id}
            ordering={ordering}
            {...list}
          />
        )}
      </ListCard>
    </>
  );
}

function Received({ values, setValues, onOpen }: ListProps) {
  const query = useQuery(paymentsPage(paidAsked(values)));
  return (
    <ListCard
      of={['payment', 'payments']}
      query={query}
      spec={paymentsSearch}
      values={values}
      onChange={setValues}
      filters={paidFilters}
      besideFilters={<OrderFilter orderId={values.orderId} onChange={(orderId) => setValues({ orderId })} />}
      kept={kept}
      columns={7}
      pageSize={pageSize}
      noMatch="The search finds orders, customers, payers and the bank’s numbers."
      empty={
        <EmptyState icon={Banknote} title="No payments yet">
          Record the first when the bank’s advice comes, and match it with its invoices.
        </EmptyState>
      }
    >
      {({ ordering = '-receivedOn', ...list }) => (
        <Table caption="Payments" columns={paidColumns(onOpen)} rowKey={({ id }) => id} ordering={ordering} {...list} />
      )}
    </ListCard>
  );
}
