import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Factory, FileUp, SearchX } from 'lucide-react';
import { today } from '@/shared/lib/house';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Field } from '@/shared/ui/Field';
import { Input, Select } from '@/shared/ui/Input';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Pagination } from '@/shared/ui/Pagination';
import { SearchBox } from '@/shared/ui/SearchBox';
import { EmptyState, ErrorState, TableSkeleton } from '@/shared/ui/States';
import { cockpitPage, entriesPage } from '../api';
import { NumberRow } from '../components/NumberRow';
import { ProductionViews } from '../components/ProductionViews';
import { QueueBar } from '../components/QueueBar';
import { entrySearch } from '../search';
import { useSending } from '../use-sending';
import { lineStageCodes, lineStages, type ProductionStage } from '../vocabulary';

const pageSize = 25;

/** What mills call them; a house may write its own. */
const shifts = ['A', 'B', 'C', 'Day', 'Night'];

/** One stage of one day for the lines in production: type a number, Enter, the next. Works without a network. */
export default function EnterOutputPage() {
  const [values, setValues] = useUrlState(entrySearch);
  const { search, line, page } = values;
  const shift = values.shift?.trim().slice(0, 20) || undefined;
  const date = values.date && !Number.isNaN(Date.parse(values.date)) ? values.date : today();
  const stage = values.stage ?? 'knitting';
  const { online, send } = useSending();
  // In an order that stays while numbers come in. Who searches, or comes from a line, finds any that is open; else those that have begun.
  const which = line ? { orderLineId: [line] } : search ? { search } : { state: ['late' as const, 'at_pace' as const] };
  const lines = useQuery(cockpitPage({ ...which, ordering: 'createdAt', page, pageSize }));
  const ids = lines.data?.results.map(({ orderLineId }) => orderLineId) ?? [];
  const entered = useQuery({
    ...entriesPage({ orderLineId: ids, stage: [stage], entryDateFrom: date, entryDateTo: date, pageSize: 200 }),
    enabled: ids.length > 0,
  });
  const failed = lines.error ?? entered.error;

  return (
    <>
      <PageHeader
        title="Enter output"
        crumbs={[{ label: 'Production', to: paths.production }]}
        description="Each number is saved as you leave it. Enter goes to the next line; without a network it waits here."
        actions={
          <>
            <Button asChild>
              <Link to={paths.outputFile}>
                <FileUp aria-hidden className="size-4" />
                From a file
              </Link>
            </Button>
            <ProductionViews />
          </>
        }
      />
      <Card flush>
        <div className="grid grid-cols-2 gap-3 border-b border-line px-4 py-3 sm:flex sm:items-end sm:px-5">
          <Field label="Stage" className="sm:w-44">
            <Select
              value={stage}
              options={lineStageCodes.map((value) => ({ value, label: lineStages[value].name }))}
              onChange={({ target }) => setValues({ stage: target.value as ProductionStage })}
            />
          </Field>
          <Field label="Day" className="sm:w-44">
            <Input
              type="date"
              value={date}
              max={today()}
              onChange={({ target }) => setValues({ date: target.value || undefined })}
            />
          </Field>
          <Field label="Shift" className="max-sm:col-span-2 sm:w-36">
            <Input
              placeholder="The whole day"
              maxLength={20}
              autoComplete="off"
              list="shifts"
              defaultValue={shift}
              onBlur={({ target }) => setValues({ shift: target.value.trim() || undefined })}
            />
          </Field>
          <datalist id="shifts">
            {shifts.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
          <SearchBox
            label="Search lines to enter"
            value={search ?? ''}
            onSearch={(words) => setValues({ search: words || undefined, line: undefined, page: undefined })}
            className="col-span-2 sm:ms-auto sm:w-64"
          />
        </div>
        <QueueBar
          online={online}
          onSend={send}
          isBelow={(number) =>
            number.stage === stage &&
            number.entryDate === date &&
            number.shift === shift &&
            ids.includes(number.orderLineId) &&
            !failed
          }
        />
        {failed && !lines.data ? (
          <ErrorState title="The lines could not be loaded" error={failed} onRetry={() => void lines.refetch()} />
        ) : !lines.data || (ids.length > 0 && entered.isPending) ? (
          <TableSkeleton what="the lines" columns={4} rows={8} />
        ) : ids.length === 0 ? (
          <NoLines
            searching={Boolean(search ?? line)}
            onDrop={() => setValues({ search: undefined, line: undefined })}
          />
        ) : (
          <>
            <ul aria-label={`${lineStages[stage].name} by line`} className="divide-y divide-line">
              {lines.data.results.map((each) => (
                <NumberRow
                  key={`${each.orderLineId}/${stage}/${date}/${shift ?? ''}`}
                  line={each}
                  stage={stage}
                  date={date}
                  shift={shift}
                  entries={
                    entered.data?.filter(
                      (entry) => entry.orderLineId === each.orderLineId && (!shift || entry.shift === shift),
                    ) ?? []
                  }
                />
              ))}
            </ul>
            {line ? (
              <p className="border-t border-line px-4 py-3 sm:px-5">
                <Button size="sm" onClick={() => setValues({ line: undefined })}>
                  Show all lines in production
                </Button>
              </p>
            ) : (
              <Pagination
                page={page ?? 1}
                pageSize={pageSize}
                count={lines.data.count}
                countCapped={lines.data.countCapped}
                hasNext={lines.data.next !== null}
                onPage={(next) => setValues({ page: next })}
                of={['line', 'lines']}
              />
            )}
          </>
        )}
      </Card>
    </>
  );
}

function NoLines({ searching, onDrop }: { searching: boolean; onDrop: () => void }) {
  if (searching) {
    return (
      <EmptyState
        icon={SearchX}
        title="No open line matches"
        actions={<Button onClick={onDrop}>Show those in production</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={Factory}
      title="No line is in production"
      actions={
        <Button asChild>
          <Link to={paths.orders}>All orders</Link>
        </Button>
      }
    >
      Lines that have begun stand here. To begin one, search for its order or colour above.
    </EmptyState>
  );
}
