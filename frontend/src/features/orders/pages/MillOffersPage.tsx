import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, Tags } from 'lucide-react';
import type { MillOfferDto } from '@/shared/api/generated';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { formatDay, formatMoney, formatQuantity, oneOf, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { paths } from '@/shared/lib/paths';
import { useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { useActor } from '@/shared/session';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Switch } from '@/shared/ui/Checkbox';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';
import { offersPage } from '../offers/api';
import { type MillOffersSearch, millOffersSearch } from '../offers/search';

const pageSize = 25;

/** What mills asked, for whichever order; a row leads to the comparison of its line. */
export default function MillOffersPage() {
  const [values, setValues] = useUrlState(millOffersSearch);
  const seesAll = useActor().role !== 'merchandiser';
  const query = useQuery(offersPage(toQuery(values)));
  useRowKeys();
  return (
    <>
      <PageHeader
        title="Mill offers"
        description={seesAll ? 'What mills ask, line by line.' : 'What mills ask for the lines of your orders.'}
      />
      <ListCard
        of={['offer', 'offers']}
        query={query}
        spec={millOffersSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        besideFilters={
          <>
            <Switch
              label="Still valid"
              checked={values.validFrom !== undefined}
              onChange={(only) => setValues({ validFrom: only ? 'today' : undefined })}
            />
            <OrderFilter orderId={values.orderId} onChange={(orderId) => setValues({ orderId })} />
          </>
        }
        columns={columns.length}
        pageSize={pageSize}
        noMatch="The search looks at mills, orders and notes."
        empty={
          <EmptyState
            icon={Tags}
            title="No offers yet"
            actions={
              <Button asChild>
                <Link to={paths.orders}>To the orders</Link>
              </Button>
            }
          >
            What a mill asks is recorded on a line of an order, under “Mill offers”, and compared there in the line’s
            unit.
          </EmptyState>
        }
      >
        {(list) => <Table caption="Mill offers" columns={columns} rowKey={({ id }) => id} {...list} />}
      </ListCard>
    </>
  );
}

const filters: Filter<MillOffersSearch>[] = [
  {
    kind: 'one',
    key: 'chosen',
    label: 'Choice',
    options: [
      { value: 'true', label: 'Chosen' },
      { value: 'false', label: 'Not chosen' },
    ],
  },
];

const columns: readonly Column<MillOfferDto>[] = [
  {
    key: 'mill',
    head: 'Mill',
    primary: true,
    orderBy: 'millName',
    cell: ({ millName, orderId, orderLineId, orderLineLabel, notes }) => (
      <span className="block max-w-72 break-words">
        <Link to={paths.order(orderId)} search={{ offers: orderLineId } as never} className={rowLink} data-row-link>
          {millName}
          <span className="sr-only">, {orderLineLabel}</span>
        </Link>
        {notes && <span className="line-clamp-2 text-[0.8125rem] font-normal text-muted">{notes}</span>}
      </span>
    ),
  },
  {
    key: 'line',
    head: 'Line',
    cell: ({ orderNumber, customerName, orderLineLabel }) => (
      <span className="block max-w-64 break-words">
        {orderNumber} · {customerName}
        <span className="block text-[0.8125rem] text-muted">{orderLineLabel}</span>
      </span>
    ),
  },
  {
    key: 'price',
    head: 'Price',
    align: 'end',
    cell: ({ price, currency, unit, minimumQuantity }) => (
      <>
        <span className="whitespace-nowrap tabular-nums">
          {formatMoney(price, currency)} <span className="text-muted">per {oneOf(unit)}</span>
        </span>
        {minimumQuantity && (
          <span className="block text-end text-[0.8125rem] text-muted">
            from {formatQuantity(minimumQuantity, unit)}
          </span>
        )}
      </>
    ),
  },
  {
    key: 'lead',
    head: 'To make',
    align: 'end',
    orderBy: 'leadTimeDays',
    cell: ({ leadTimeDays }) =>
      leadTimeDays === null ? <span className="text-muted">–</span> : plural(leadTimeDays, 'day'),
  },
  { key: 'valid', head: 'Valid until', orderBy: 'validUntil', cell: (offer) => <Valid offer={offer} /> },
  {
    key: 'recorded',
    head: 'Recorded',
    show: 'wide',
    orderBy: 'createdAt',
    cell: (offer) => <Recorded offer={offer} />,
  },
  { key: 'standing', head: 'Standing', badge: true, cell: (offer) => <Standing offer={offer} /> },
];

const isOver = ({ validUntil }: MillOfferDto): boolean => validUntil !== null && validUntil < today();

function Valid({ offer }: { offer: MillOfferDto }) {
  if (!offer.validUntil) return <span className="text-muted">not told</span>;
  return isOver(offer) ? (
    <span className="text-warn">expired {formatDay(offer.validUntil)}</span>
  ) : (
    <Day day={offer.validUntil} />
  );
}

function Recorded({ offer: { createdAt, createdBy } }: { offer: MillOfferDto }) {
  return (
    <>
      <Day day={createdAt} />
      {createdBy && <span className="block text-[0.8125rem] text-muted">{createdBy.fullName}</span>}
    </>
  );
}

function Standing({ offer }: { offer: MillOfferDto }) {
  if (offer.chosen)
    return (
      <Badge tone="good" icon={CircleCheck}>
        Chosen
      </Badge>
    );
  return isOver(offer) ? <Badge tone="warn">Expired</Badge> : <Badge>Open</Badge>;
}

/** The URL's words as the API's. */
function toQuery({ orderId, chosen, validFrom, ...rest }: MillOffersSearch) {
  return {
    ...rest,
    ...(chosen ? { chosen: chosen === 'true' } : {}),
    ...(validFrom ? { validFrom: today() } : {}),
    ...(orderId ? { orderId: [orderId] } : {}),
    pageSize,
  };
}
