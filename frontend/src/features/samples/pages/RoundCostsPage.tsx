import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import type { RoundCostDto } from '@/shared/api/generated';
import { formatDecimal } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { paths } from '@/shared/lib/paths';
import { useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { Badge } from '@/shared/ui/Badge';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, rowLink, Table } from '@/shared/ui/Table';
import { roundCostsPage } from '../api';
import { yearBefore } from '../rounds';
import { type RoundsSearch, roundsSearch, type SamplesSearch } from '../search';
import { typeNames, typeOptions } from '../vocabulary';

const pageSize = 25;

/** How many rounds a colour takes at a mill, and what the refused ones cost: whom to ask for a better first one. */
export default function RoundCostsPage() {
  const [values, setValues] = useUrlState(roundsSearch);
  const query = useQuery(roundCostsPage({ ...values, pageSize }));
  const columns = columnsOf(values);
  useRowKeys();
  return (
    <>
      <PageHeader
        title="Rounds and what they cost"
        crumbs={[{ label: 'Samples', to: paths.samples }]}
        description={`By type, colour and mill, ${values.sentFrom || values.sentTo ? 'of the days chosen' : 'of the last 365 days'}. A refused round costs the days from its sending to that of the next.`}
      />
      <ListCard
        of={['colour at a mill', 'colours at mills']}
        query={query}
        spec={roundsSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        columns={columns.length}
        pageSize={pageSize}
        noMatch="The search looks at colours and mills."
        empty={
          <EmptyState icon={RefreshCw} title="No rounds yet">
            Once rounds of a line were sent, what they came to stands here: which mill gets a colour right at once, and
            which takes three.
          </EmptyState>
        }
      >
        {(list) => (
          <Table
            caption="Rounds by type, colour and mill"
            columns={columns}
            rowKey={({ type, colorName, millName }) => [type, colorName, millName].join('|')}
            {...list}
          />
        )}
      </ListCard>
    </>
  );
}

const filters: Filter<RoundsSearch>[] = [
  { kind: 'many', key: 'type', label: 'Type', options: typeOptions },
  { kind: 'days', from: 'sentFrom', to: 'sentTo', label: 'Sent' },
];

function columnsOf(asked: RoundsSearch): Column<RoundCostDto>[] {
  return [
    {
      key: 'colour',
      head: 'Colour',
      primary: true,
      cell: (cost) => <Colour cost={cost} asked={asked} />,
    },
    { key: 'type', head: 'Type', badge: true, cell: ({ type }) => <Badge>{typeNames[type]}</Badge> },
    { key: 'mill', head: 'Mill', cell: ({ millName }) => millName ?? <span className="text-muted">None named</span> },
    { key: 'lines', head: 'Lines', align: 'end', show: 'wide', cell: ({ lines }) => lines },
    { key: 'rounds', head: 'Rounds', align: 'end', orderBy: 'rounds', cell: ({ rounds }) => rounds },
    {
      key: 'perLine',
      head: 'Rounds a line',
      align: 'end',
      orderBy: 'roundsPerLine',
      cell: ({ roundsPerLine }) => formatDecimal(roundsPerLine),
    },
    { key: 'refused', head: 'Refused', align: 'end', orderBy: 'refused', cell: ({ refused }) => refused },
    {
      key: 'lost',
      head: 'Days lost',
      align: 'end',
      orderBy: 'lostDays',
      cell: ({ lostDays }) => <span className={lostDays > 0 ? 'font-medium' : 'text-muted'}>{lostDays}</span>,
    },
    {
      key: 'perRefusal',
      head: 'Days a refusal',
      align: 'end',
      orderBy: 'daysPerRefusal',
      cell: ({ daysPerRefusal }) =>
        daysPerRefusal === null ? <span className="text-muted">–</span> : formatDecimal(daysPerRefusal),
    },
  ];
}

/** Leads to the very rounds that were counted, where the colour and the mill have a name to find them by. */
function Colour({ cost: { type, colorName, millName }, asked }: { cost: RoundCostDto; asked: RoundsSearch }) {
  const name = colorName ?? 'No colour named';
  if (colorName === null || millName === null) return <>{name}</>;
  const behind: SamplesSearch = {
    type: [type],
    colorName,
    millName,
    status: ['submitted', 'approved', 'rejected'],
    submissionDateFrom: asked.sentFrom ?? yearBefore(today()),
    submissionDateTo: asked.sentTo,
  };
  return (
    <Link to={paths.samples} search={behind as never} className={rowLink} data-row-link>
      {name}
      <span className="sr-only">
        , {typeNames[type]} at {millName}: its rounds
      </span>
    </Link>
  );
}
