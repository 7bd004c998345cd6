import { useQuery } from '@tanstack/react-query';
import { CalendarClock, FileText, Landmark, MailQuestion, Stamp, TriangleAlert } from 'lucide-react';
import { daysAfter } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { type SetUrlState, useUrlState } from '@/shared/lib/search';
import { MoneyViews } from '@/shared/money/MoneyViews';
import { useActor } from '@/shared/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { Tabs } from '@/shared/ui/Tabs';
import { creditsCounted, creditsPage, creditTotals, invoicesCounted, invoicesPage, invoiceTotals } from '../api';
import { creditColumns, invoiceColumns } from '../columns';
import { Attention } from '../components/Attention';
import { Ledger } from '../components/Ledger';
import { ListTotals } from '../components/ListTotals';
import { MoneyActions } from '../components/MoneyActions';
import { StatusTotals } from '../components/StatusTotals';
import { creditFilters, invoiceFilters } from '../filters';
import {
  creditsAsked,
  creditsNarrowed,
  invoicesAsked,
  invoicesNarrowed,
  moneySearch,
  type MoneySearch,
} from '../search';

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
  const totals = useQuery(invoiceTotals(invoicesNarrowed(values)));
  const { id, role } = useActor();
  const mine = { reviewableBy: id };
  return (
    <>
      <StatusTotals of="pis" />
      {role !== 'merchandiser' && (
        <Attention
          wanting={[
            {
              ...{ label: 'Needs my review', icon: Stamp, shows: mine },
              counted: invoicesCounted(invoicesNarrowed({ ...moneySearch.none, ...mine })),
            },
          ]}
          values={values}
          onShow={(shows) => onChange({ ...moneySearch.none, ...shows })}
        />
      )}
      <Ledger
        of={['PI', 'PIs']}
        query={query}
        columns={invoiceColumns}
        filters={invoiceFilters(values, query.data?.results[0]?.orderNumber)}
        values={values}
        onChange={onChange}
        totals={<ListTotals of={totals.data} over="cancelled" />}
        empty={
          <EmptyState icon={FileText} title="No PIs yet">
            A PI asks the buyer to pay for an order. Raise the first as a draft; it gets its number from the house.
          </EmptyState>
        }
      />
    </>
  );
}

/** Documents that are due within a fortnight, terms that do not agree with the order, and amendments without an answer. */
function creditsWanting() {
  const soon: Partial<MoneySearch> = { live: 'true', presentByTo: daysAfter(today(), 14) };
  const amend: Partial<MoneySearch> = { live: 'true', check: ['amend_needed'] };
  const answer: Partial<MoneySearch> = { live: 'true', fact: ['amendment_pending'] };
  return [
    { label: 'Due in 14 days', icon: CalendarClock, shows: soon },
    { label: 'Amend needed', icon: TriangleAlert, shows: amend },
    { label: 'Amendment to answer', icon: MailQuestion, shows: answer },
  ];
}

function Credits({ values, onChange }: LedgerTabProps) {
  const query = useQuery(creditsPage(creditsAsked(values)));
  const totals = useQuery(creditTotals(creditsNarrowed(values)));
  const wanting = creditsWanting().map((each) => ({
    ...each,
    counted: creditsCounted(creditsNarrowed({ ...moneySearch.none, ...each.shows })),
  }));
  return (
    <>
      <StatusTotals of="lcs" />
      <Attention
        wanting={wanting}
        values={values}
        onShow={(shows) => onChange({ ...moneySearch.none, tab: 'lcs', ...shows })}
      />
      <Ledger
        of={['LC', 'LCs']}
        query={query}
        columns={creditColumns}
        filters={creditFilters(values, query.data?.results[0]?.orderNumber)}
        values={values}
        onChange={onChange}
        totals={<ListTotals of={totals.data} over="expired or closed" />}
        empty={
          <EmptyState icon={Landmark} title="No LCs yet">
            Record an LC when the buyer’s bank has announced it, and its days are watched from then on.
          </EmptyState>
        }
      />
    </>
  );
}
