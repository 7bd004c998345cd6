import { useState } from 'react';
import type { OrderDto, RollUpReasonDto } from '@/shared/api/generated';
import { type GateStatus, gateName, statusLook } from '@/shared/gates/vocabulary';
import { formatDay } from '@/shared/lib/format';
import { Badge, StatusBadge } from '@/shared/ui/Badge';
import { Dialog } from '@/shared/ui/Dialog';
import { whyLook } from './Why';

/** Opens the lines that make the order's status, first ETD and gates what they are. */
export function RollUpWhy({ order }: { order: OrderDto }) {
  const [open, setOpen] = useState(false);
  if (order.rollUp.length === 0) return null;
  const labels = new Map(order.styles.flatMap(({ lines }) => lines.map(({ id, label }) => [id, label] as const)));
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className={whyLook}>
        Why?
      </button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Why ${order.orderNumber} stands where it does`}
        description="An order has the status of its least advanced line; a gate is approved once every line that has it is."
      >
        <dl className="divide-y divide-line text-sm">
          {order.rollUp.map((reason) => (
            <div key={reason.figure} className="grid gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
              <dt className="flex flex-wrap items-center gap-2">
                <Figure of={reason} />
              </dt>
              <dd className="break-words text-muted">{because(reason, labels)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}

function Figure({ of: { figure, value } }: { of: RollUpReasonDto }) {
  if (figure === 'status') return <StatusBadge status={value} />;
  if (figure === 'earliestEtd') return <span>First ETD {formatDay(value)}</span>;
  const { tone, icon, word } = statusLook(value as GateStatus);
  return (
    <Badge tone={tone} icon={icon}>
      {gateName(figure)}: {word.toLowerCase()}
    </Badge>
  );
}

function because({ lineIds, outOf }: RollUpReasonDto, labels: ReadonlyMap<string, string>): string {
  if (lineIds.length === outOf) return { 1: 'Its one line', 2: 'Both lines' }[outOf] ?? `All ${outOf} lines`;
  return `${lineIds.map((id) => labels.get(id) ?? 'a line').join(', ')} · ${lineIds.length} of ${outOf} lines`;
}
