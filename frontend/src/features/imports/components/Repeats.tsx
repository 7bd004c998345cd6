import { CopyCheck } from 'lucide-react';
import type { ImportDto, OrderProposalDto, RepeatedNumberDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { type Compared, comparedOrder, SideBySide } from '@/shared/orders/SideBySide';

/** PO numbers of the sheet that orders carry already: said, with those beside, and nothing is held up. */
export function Repeats({ repeats, proposals }: Pick<ImportDto, 'repeats'> & { proposals: OrderProposalDto[] }) {
  return repeats.map((repeat) => (
    <Repeat
      key={repeat.orderNumber}
      repeat={repeat}
      proposals={proposals.filter(({ orderNumber }) => orderNumber === repeat.orderNumber)}
    />
  ));
}

function Repeat({ repeat, proposals }: { repeat: RepeatedNumberDto; proposals: OrderProposalDto[] }) {
  const { orderNumber, orders } = repeat;
  return (
    <section
      aria-label={`${orderNumber} was seen before`}
      className="rounded-xl border border-warn/40 bg-warn-tint p-4 text-sm"
    >
      <h2 className="flex items-center gap-2 font-semibold text-warn">
        <CopyCheck aria-hidden className="size-4.5 shrink-0" />
        {orderNumber} is on {plural(orders.length, 'order')} already
      </h2>
      <p className="mb-3 mt-1">
        Is it the same? What the sheet has becomes an order of its own all the same; nothing is merged.
      </p>
      <SideBySide
        orders={[
          ...proposals.map(comparedProposal),
          ...orders.map((order) => comparedOrder(order, order.lines.length)),
        ]}
      />
    </section>
  );
}

function comparedProposal({ buyer, styles, totals, exFactory }: OrderProposalDto, index: number): Compared {
  return {
    id: `proposal ${index}`,
    title: 'From this sheet',
    to: null,
    buyer,
    fabric:
      [...new Set(styles.flatMap(({ fabricType, fabrics }) => fabricType ?? fabrics ?? []))].join(' · ') || undefined,
    quantities: totals,
    lines: styles.reduce((sum, { lines }) => sum + lines.length, 0),
    etd: exFactory?.from ?? null,
  };
}
