import { useQuery } from '@tanstack/react-query';
import { FileText, Landmark } from 'lucide-react';
import { type SetUrlState, useUrlState } from '@/shared/lib/search';
import { MoneyViews } from '@/shared/money/MoneyViews';
import { useActor } from '@/shared/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { Tabs } from '@/shared/ui/Tabs';
import { creditsPage, invoicesPage } from '../api';
import { creditColumns, invoiceColumns } from '../columns';
import { Ledger } from '../components/Ledger';
import { MoneyActions } from '../components/MoneyActions';
import { StatusTotals } from '../components/StatusTotals';
import { creditFilters, invoiceFilters } from '../filters';
import { creditsAsked, invoicesAsked, moneySearch, type MoneySearch } from '../search';

/** What the house asks for, and what banks have promised to pay. */
export default function MoneyPage() {
  const [values, setValues] = useUrlState(moneySearch);
  const seesAll = useActor().role !== 'merchandiser';
  const { tab = 'pis', search, orderId } = values;
  const show = (next: 'pis' | 'lcs') =>
    setValues({ ...moneySearch.none, search, orderId, tab: next === 'pis' ? undefined : next });

  return (
    <>
      <PageHeader
        title="Money"
        description={seesAll ? 'PIs and LCs of all orders.' : 'PIs and LCs of the orders that are yours.'}
        actions={
          <>
            <MoneyViews />
            <MoneyActions tab={tab} />
          </>
        }
      />
      <Tabs
        label="Money"
        value={tab}
        onChange={show}
        tabs={[
          { value: 'pis', label: 'PIs', content: <Invoices values={values} onChange={setValues} /> },
          { value: 'lcs', label: 'LCs', content: <Credits values={values} onChange={setValues} /> },
        ]}
      />
    </>
  );
}

interface LedgerTabProps {
  values: MoneySearch;
  onChange: SetUrlState<MoneySearch>;
}

function Invoices({ values, onChange }: LedgerTabProps) {
  const query = useQuery(invoicesPage(invoicesAsked(values)));
  return (
    <>
      <StatusTotals of="pis" />
      <Ledger
        of={['PI', 'PIs']}
        query={query}
        columns={invoiceColumns}
        filters={invoiceFilters(values, query.data?.results[0]?.orderNumber)}
        values={values}
        onChange={onChange}
        empty={
          <EmptyState icon={FileText} title="No PIs yet">
            A PI asks the buyer to pay for an order. Raise the first as a draft; it gets its number from the house.
          </EmptyState>
        }
      />
    </>
  );
}

function Credits({ values, onChange }: LedgerTabProps) {
  const query = useQuery(creditsPage(creditsAsked(values)));
  return (
    <>
      <StatusTotals of="lcs" />
      <Ledger
        of={['LC', 'LCs']}
        query={query}
        columns={creditColumns}
        filters={creditFilters(values, query.data?.results[0]?.orderNumber)}
        values={values}
        onChange={onChange}
        empty={
          <EmptyState icon={Landmark} title="No LCs yet">
            Record an LC when the buyer’s bank has announced it, and its days are watched from then on.
          </EmptyState>
        }
      />
    </>
  );
}
