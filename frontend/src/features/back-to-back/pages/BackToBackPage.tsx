import { useQuery } from '@tanstack/react-query';
import { Landmark, Plus, Scale } from 'lucide-react';
import { useState } from 'react';
import type { BackToBackDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { daysBetween } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { MoneyViews } from '@/shared/money/MoneyViews';
import { Badge, UrgencyChip } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day, Money } from '@/shared/ui/Values';
import { backToBacksPage } from '../api';
import { BackToBackDrawer } from '../components/BackToBackDrawer';
import { LimitsDrawer } from '../components/LimitsDrawer';
import { MasterDrawer } from '../components/MasterDrawer';
import { NewBackToBackDrawer } from '../components/NewBackToBackDrawer';
import { backToBackFilters, backToBacksAsked, backToBackSearch, pageSize } from '../search';
import { stateNames, stateTones, usanceWords } from '../vocabulary';

/** LCs that our bank opens to mills on the strength of the buyers'. */
export default function BackToBackPage() {
  const [values, setValues] = useUrlState(backToBackSearch);
  const [doing, setDoing] = useState<'new' | 'limits' | null>(null);
  const may = useCan()('back_to_back.write');
  const query = useQuery(backToBacksPage(backToBacksAsked(values)));
  const { open, master, page } = values;
  const show = (id: string) => setValues({ open: id, master: undefined, page }, { push: true });
  const showMaster = (id: string) => setValues({ master: id, open: undefined, page }, { push: true });
  return (
    <>
      <PageHeader
        title="Back-to-back LCs"
        description="LCs that our bank opens to mills on the strength of the buyers’, within the limit of each."
        actions={
          <>
            <MoneyViews />
            <Button icon={Scale} onClick={() => setDoing('limits')}>
              Limits
            </Button>
            {may && (
              <Button variant="primary" icon={Plus} onClick={() => setDoing('new')}>
                New back-to-back LC
              </Button>
            )}
          </>
        }
      />
      <ListCard
        of={['back-to-back LC', 'back-to-back LCs']}
        query={query}
        spec={backToBackSearch}
        values={values}
        onChange={setValues}
        filters={backToBackFilters}
        kept={['open', 'master']}
        columns={7}
        pageSize={pageSize}
        noMatch="The search finds their numbers, mills, masters and orders."
        empty={
          <EmptyState icon={Landmark} title="No back-to-back LCs yet">
            Plan the first: what it leaves of its master, and when it matures, is said before you save.
          </EmptyState>
        }
      >
        {({ ordering = 'dueOn', ...list }) => (
          <Table
            caption="Back-to-back LCs"
            columns={columns(show, showMaster)}
            rowKey={({ id }) => id}
            ordering={ordering}
            {...list}
          />
        )}
      </ListCard>
      {open && (
        <BackToBackDrawer id={open} onClose={() => setValues({ open: undefined, page })} onMaster={showMaster} />
      )}
      {master && <MasterDrawer id={master} onClose={() => setValues({ master: undefined, page })} onOpen={show} />}
      {doing === 'new' && <NewBackToBackDrawer onClose={() => setDoing(null)} />}
      {doing === 'limits' && <LimitsDrawer onClose={() => setDoing(null)} />}
    </>
  );
}

const columns = (show: (id: string) => void, showMaster: (id: string) => void): Column<BackToBackDto>[] => [
  {
    key: 'number',
    head: 'LC to the mill',
    primary: true,
    orderBy: 'millName',
    cell: ({ id, creditNumber, millName }) => (
      <>
        <button type="button" className={rowLink} onClick={() => show(id)}>
          {creditNumber}
        </button>
        <span className="block break-words text-[0.8125rem] text-muted">{millName}</span>
      </>
    ),
  },
  {
    key: 'master',
    head: 'Master',
    cell: ({ letterOfCreditId, masterNumber, orderNumber }) => (
      <span className="block max-w-52 break-words">
        <button
          type="button"
          className={`${aboveRowLink} touch-target hover:text-accent-text hover:underline`}
          onClick={() => showMaster(letterOfCreditId)}
        >
          {masterNumber}
        </button>
        <span className="block text-[0.8125rem] text-muted">{orderNumber}</span>
      </span>
    ),
  },
  {
    key: 'state',
    head: 'State',
    badge: true,
    cell: ({ state }) => <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>,
  },
  { key: 'usance', head: 'Usance', show: 'wide', cell: (row) => usanceWords(row) },
  { key: 'ud', head: 'UD', show: 'wide', cell: ({ udNumber }) => udNumber },
  {
    key: 'due',
    head: 'Matures',
    orderBy: 'dueOn',
    cell: ({ dueOn, dueExpected, state }) => (
      <span className="inline-flex flex-wrap items-center justify-end gap-x-2 gap-y-1 @2xl:flex-col @2xl:items-start">
        <Day day={dueOn} />
        {dueExpected ? (
          <span className="text-[0.8125rem] text-muted">expected</span>
        ) : (
          dueOn && state !== 'paid' && <UrgencyChip of="Matures" days={daysBetween(today(), dueOn)} />
        )}
      </span>
    ),
  },
  {
    key: 'amount',
    head: 'Amount',
    align: 'end',
    orderBy: 'amount',
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} className="font-medium" />,
  },
];
