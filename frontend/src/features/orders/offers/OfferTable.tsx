import { CircleCheck, Ellipsis, Pencil, Trash2, Undo2 } from 'lucide-react';
import type { ComparedOfferDto, CostPart, OfferComparisonDto, OfferGroupDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { formatDay, formatMoney, oneOf, plural } from '@/shared/lib/format';
import { NotConverted } from '@/shared/quantities/NotConverted';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { Popover } from '@/shared/ui/Popover';
import { type Column, Table } from '@/shared/ui/Table';
import { Money } from '@/shared/ui/Values';

export interface OfferDeeds {
  mayWrite: boolean;
  mayChoose: boolean;
  onChoose: (offer: ComparedOfferDto) => void;
  onRelease: (offer: ComparedOfferDto) => void;
  onEdit: (offer: ComparedOfferDto) => void;
  onDelete: (offer: ComparedOfferDto) => void;
}

interface OfferTableProps {
  line: OfferComparisonDto;
  orderId: string;
  group: OfferGroupDto;
  deeds: OfferDeeds;
}

/** Offers of one currency, the lowest landed cost first, all for one of the line's unit. */
export function OfferTable({ line, orderId, group, deeds }: OfferTableProps) {
  const columns: Column<ComparedOfferDto>[] = [
    { key: 'mill', head: 'Mill', primary: true, cell: (compared) => <Mill compared={compared} /> },
    {
      key: 'price',
      head: `Landed per ${oneOf(line.unit)}`,
      align: 'end',
      cell: (compared) => <Price compared={compared} line={line} orderId={orderId} />,
    },
    { key: 'margin', head: 'Margin', align: 'end', cell: (compared) => <Margin compared={compared} /> },
    { key: 'ready', head: 'Ready', cell: (compared) => <Ready compared={compared} /> },
    {
      key: 'actions',
      head: 'Actions',
      align: 'end',
      badge: true,
      cell: (compared) => <Actions compared={compared} deeds={deeds} />,
    },
  ];
  return (
    <Table
      caption={`Offers in ${group.currency} for ${line.label}`}
      columns={columns}
      rows={group.offers}
      rowKey={({ offer }) => offer.id}
    />
  );
}

function Mill({ compared: { offer, isExpired, isBelowMinimum } }: { compared: ComparedOfferDto }) {
  return (
    <span className="flex flex-col gap-1">
      <span className="font-medium">{offer.millName}</span>
      {offer.chosen && (
        <Badge tone="good" icon={CircleCheck}>
          Chosen
        </Badge>
      )}
      {isExpired && <span className="text-[0.8125rem] text-warn">Expired {formatDay(offer.validUntil ?? '')}</span>}
      {isBelowMinimum && <span className="text-[0.8125rem] text-warn">Less than the mill makes</span>}
      {offer.paymentDays !== null && (
        <span className="text-[0.8125rem] font-normal text-muted">
          {offer.paymentDays === 0 ? 'To be paid at once' : `To be paid after ${plural(offer.paymentDays, 'day')}`}
        </span>
      )}
      {offer.notes && <span className="line-clamp-2 text-[0.8125rem] font-normal text-muted">{offer.notes}</span>}
    </span>
  );
}

function Price({ compared, line, orderId }: { compared: ComparedOfferDto; line: OfferComparisonDto; orderId: string }) {
  const { offer, landedPerLineUnit, landedFormula, missing, notSaid, isLowest } = compared;
  const formula = landedFormula ?? compared.formula;
  const asked = `${formatMoney(offer.price, offer.currency)} per ${oneOf(offer.unit)}`;
  if (landedPerLineUnit === null)
    return (
      <Popover
        label={`Why the price of ${offer.millName} cannot be compared`}
        trigger={
          <button type="button" className="touch-target text-end underline decoration-dotted underline-offset-4">
            {asked}
            <span className="block text-[0.8125rem] text-info">cannot be compared</span>
          </button>
        }
      >
        <NotConverted orderId={orderId} styleId={line.styleId} sentences={missing.map(({ sentence }) => sentence)} />
      </Popover>
    );
  return (
    <>
      <Money amount={landedPerLineUnit} currency={offer.currency} className={cx(isLowest && 'font-semibold')} />
      {isLowest && <span className="block text-end text-[0.8125rem] text-good">Lowest</span>}
      {formula && (
        <Popover
          label={`How the cost of ${offer.millName} was worked out`}
          trigger={
            <button
              type="button"
              className="touch-target block w-full whitespace-nowrap text-end text-[0.8125rem] text-muted underline decoration-dotted underline-offset-4"
            >
              {asked}
            </button>
          }
        >
          {formula.split('; ').map((step) => (
            <p
              key={step}
              className="break-words rounded-lg bg-sunken px-3 py-2 text-[0.8125rem] tabular-nums not-first:mt-2"
            >
              {step}
            </p>
          ))}
        </Popover>
      )}
      {notSaid.length > 0 && (
        <span className="block text-end text-[0.8125rem] text-warn">
          without {notSaid.map((part) => costParts[part]).join(', ')}
        </span>
      )}
    </>
  );
}

const costParts: Record<CostPart, string> = { freight: 'freight', dutyPercent: 'duty', charges: 'charges' };

function Margin({ compared: { offer, marginPerUnit, marginTotal } }: { compared: ComparedOfferDto }) {
  if (marginPerUnit === null) return <Money amount={null} currency={offer.currency} />;
  const loss = marginPerUnit.startsWith('-');
  return (
    <span className={cx(loss && 'text-bad')}>
      <Money amount={marginPerUnit} currency={offer.currency} />
      {marginTotal !== null && (
        <span className="block whitespace-nowrap text-end text-[0.8125rem] text-muted">
          {formatMoney(marginTotal, offer.currency)} in all
        </span>
      )}
    </span>
  );
}

function Ready({ compared: { offer, readyOn, daysToSpare, risk, riskWhy } }: { compared: ComparedOfferDto }) {
  const late = daysToSpare !== null && daysToSpare < 0;
  const spare =
    daysToSpare === null
      ? ''
      : late
        ? `: ${plural(-daysToSpare, 'day')} late`
        : `: ${plural(daysToSpare, 'day')} to spare`;
  return (
    <>
      <span className="whitespace-nowrap">{readyOn ? formatDay(readyOn) : 'No lead time'}</span>
      {readyOn && (
        <span className={cx('block text-[0.8125rem]', late ? 'text-bad' : 'text-muted')}>
          {plural(offer.leadTimeDays ?? 0, 'day')} to make{spare}
        </span>
      )}
      <span className="block">
        <Popover
          label={`How ${offer.millName} keeps its word`}
          trigger={
            <button
              type="button"
              className={cx(
                'touch-target min-h-6 text-[0.8125rem] underline decoration-dotted underline-offset-4',
                risk === 'tight' ? 'text-warn' : 'text-muted',
              )}
            >
              {risk === 'tight' ? 'Tight, by its record' : 'Its record'}
            </button>
          }
        >
          <p>{riskWhy}</p>
        </Popover>
      </span>
    </>
  );
}

function Actions({ compared, deeds }: { compared: ComparedOfferDto; deeds: OfferDeeds }) {
  const { offer } = compared;
  const { mayWrite, mayChoose } = deeds;
  return (
    <span className="-my-1 inline-flex items-center gap-1">
      {mayChoose && !offer.chosen && (
        <Button size="sm" aria-label={`Choose ${offer.millName}`} onClick={() => deeds.onChoose(compared)}>
          Choose
        </Button>
      )}
      {(mayWrite || mayChoose) && (
        <Menu
          trigger={
            <IconButton icon={Ellipsis} size="sm" label={`More about the offer of ${offer.millName}`} withoutTooltip />
          }
        >
          {mayWrite && (
            <MenuItem icon={Pencil} onSelect={() => deeds.onEdit(compared)}>
              Edit
            </MenuItem>
          )}
          {mayChoose && offer.chosen && (
            <MenuItem icon={Undo2} onSelect={() => deeds.onRelease(compared)}>
              Take the choice back
            </MenuItem>
          )}
          {mayWrite && !offer.chosen && (
            <MenuItem icon={Trash2} danger onSelect={() => deeds.onDelete(compared)}>
              Delete…
            </MenuItem>
          )}
        </Menu>
      )}
    </span>
  );
}
