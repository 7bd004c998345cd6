import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { FileText, Landmark, type LucideIcon, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useCan } from '@/shared/lib/can';
import { useKeys } from '@/shared/lib/keys';
import type { OrderPanelProps } from '@/shared/lib/order';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { creditsOfOrder, invoicesOfOrder } from '../api';
import { orderCreditColumns, orderInvoiceColumns } from '../columns';
import { OrderMoney } from '../components/OrderMoney';
import { RaiseInvoiceDrawer } from '../components/RaiseInvoiceDrawer';
import { RecordCreditDrawer } from '../components/RecordCreditDrawer';

/** What an order asks for, and what banks have promised to pay for it. */
export default function MoneyPanel({ order }: OrderPanelProps) {
  const may = useCan();
  const [asking, setAsking] = useState<'invoice' | 'credit' | null>(null);
  const close = () => setAsking(null);
  const mayRaise = may('proforma_invoice.write');
  const mayRecord = may('letter_of_credit.write');
  useKeys(mayRaise ? { p: () => setAsking('invoice') } : {});

  return (
    <div className="flex flex-col gap-5">
      <OrderMoney order={order} />
      <Papers
        title="PIs"
        of={`PIs of ${order.orderNumber}`}
        icon={FileText}
        query={useQuery(invoicesOfOrder(order.id))}
        columns={orderInvoiceColumns}
        actions={
          mayRaise && (
            <Button icon={Plus} onClick={() => setAsking('invoice')}>
              Raise PI
            </Button>
          )
        }
      >
        A PI asks the buyer to pay. Raise it as a draft, send it, and a manager confirms it.
      </Papers>
      <Papers
        title="LCs"
        of={`LCs of ${order.orderNumber}`}
        icon={Landmark}
        query={useQuery(creditsOfOrder(order.id))}
        columns={orderCreditColumns}
        actions={
          mayRecord && (
            <Button icon={Plus} onClick={() => setAsking('credit')}>
              Record LC
            </Button>
          )
        }
      >
        Record it when the buyer’s bank has announced it, and its days are watched from then on.
      </Papers>
      {asking === 'invoice' && <RaiseInvoiceDrawer order={order} onClose={close} />}
      {asking === 'credit' && <RecordCreditDrawer order={order} onClose={close} />}
    </div>
  );
}

interface PapersProps<Row extends { id: string }> {
  title: string;
  /** What the rows are, for readers. */
  of: string;
  icon: LucideIcon;
  query: UseQueryResult<Row[]>;
  columns: readonly Column<Row>[];
  actions: ReactNode;
  /** What would put something here. */
  children: ReactNode;
}

function Papers<Row extends { id: string }>(props: PapersProps<Row>) {
  const { title, of, icon, query, columns, actions, children } = props;
  const { data, error, isPending, refetch } = query;
  const retry = () => void refetch();
  return (
    <Card title={title} actions={actions} flush>
      <div className="mt-2 border-t border-line">
        {error && data && <StaleBanner error={error} onRetry={retry} />}
        {isPending ? (
          <TableSkeleton what={`the ${title}`} columns={5} rows={2} />
        ) : !data ? (
          <ErrorState title={`The ${title} could not be loaded`} error={error} onRetry={retry} />
        ) : data.length === 0 ? (
          <EmptyState icon={icon} title={`No ${title} yet`}>
            {children}
          </EmptyState>
        ) : (
          <Table caption={of} columns={columns} rows={data} rowKey={({ id }) => id} />
        )}
      </div>
    </Card>
  );
}
