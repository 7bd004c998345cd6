import { Layers, ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import type { LineDto, StyleDto } from '@/shared/api/generated';
import { GateDialogs } from '@/shared/gates/GateDialogs';
import type { GateQuestion } from '@/shared/gates/questions';
import { useOverride } from '@/shared/gates/override';
import type { OrderPanelProps } from '@/shared/lib/order';
import { useUrlState } from '@/shared/lib/search';
import { StatusBadge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Menu, MenuItem, MenuLabel } from '@/shared/ui/Menu';
import { EmptyState } from '@/shared/ui/States';
import { useSetAllLineStatuses } from '../api';
import { AddLineDrawer } from '../components/AddLineDrawer';
import { AddStyleDrawer } from '../components/AddStyleDrawer';
import { DeleteLineDialog, DeleteStyleDialog } from '../components/DeleteLineDialogs';
import { EditLineDrawer } from '../components/EditLineDrawer';
import { EditStyleDrawer } from '../components/EditStyleDrawer';
import { LineTable } from '../components/LineTable';
import { StyleHeader } from '../components/StyleHeader';
import { orderSearch } from '../search';
import { isClosed, statuses } from '../vocabulary';

type Asking =
  | { what: 'addStyle' }
  | { what: 'addLine'; style: StyleDto; like?: LineDto }
  | { what: 'deleteStyle'; style: StyleDto }
  | { what: 'deleteLine'; line: LineDto }
  | { what: 'gate'; question: GateQuestion };

/** The styles of an order with their lines. A line or a style that is open has an address of its own: `?line=…`, `?style=…`. */
export default function LinesPanel({ order }: OrderPanelProps) {
  const [{ line: openId, style: openStyleId }, setState] = useUrlState(orderSearch);
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const lines = order.styles.flatMap((style) => style.lines);
  const open = lines.find(({ id }) => id === openId);
  const openStyle = order.styles.find(({ id }) => id === openStyleId);

  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-end gap-2">
        {lines.length > 1 && <AllLinesMenu orderId={order.id} lines={lines} />}
        <Button icon={Plus} onClick={() => setAsking({ what: 'addStyle' })}>
          Add style
        </Button>
      </div>
      {order.styles.length === 0 && (
        <Card flush>
          <EmptyState
            icon={Layers}
            title="No styles yet"
            actions={
              <Button variant="primary" icon={Plus} onClick={() => setAsking({ what: 'addStyle' })}>
                Add style
              </Button>
            }
          >
            A style has its lines, one for each colour and design: they carry quantity, price, ETD and gates.
          </EmptyState>
        </Card>
      )}
      <div className="flex flex-col gap-5">
        {order.styles.map((style) => (
          <Card key={style.id} flush>
            <StyleHeader
              style={style}
              onEdit={() => setState({ style: style.id }, { push: true })}
              onAddLine={() => setAsking({ what: 'addLine', style })}
              onDelete={() => setAsking({ what: 'deleteStyle', style })}
            />
            <LineTable
              caption={`Lines of style ${style.styleNumber}`}
              lines={style.lines}
              closed={isClosed(order)}
              onOpen={(line) => setState({ line: line.id }, { push: true })}
              onCopy={(like) => setAsking({ what: 'addLine', style, like })}
              onDelete={(line) => setAsking({ what: 'deleteLine', line })}
              onAsk={(question) => setAsking({ what: 'gate', question })}
            />
          </Card>
        ))}
      </div>
      {open && <EditLineDrawer key={open.id} line={open} onClose={() => setState({ line: undefined })} />}
      {asking?.what === 'addStyle' && <AddStyleDrawer order={order} onClose={close} />}
      {asking?.what === 'addLine' && <AddLineDrawer style={asking.style} like={asking.like} onClose={close} />}
      {openStyle && (
        <EditStyleDrawer key={openStyle.id} style={openStyle} onClose={() => setState({ style: undefined })} />
      )}
      {asking?.what === 'deleteStyle' && <DeleteStyleDialog style={asking.style} onClose={close} />}
      {asking?.what === 'deleteLine' && <DeleteLineDialog line={asking.line} onClose={close} />}
      {asking?.what === 'gate' && <GateDialogs question={asking.question} onClose={close} />}
    </>
  );
}

/** Only where every line may go: all of them move, or none. */
function AllLinesMenu({ orderId, lines }: { orderId: string; lines: readonly LineDto[] }) {
  const { attempt, question } = useOverride();
  const { mutate, isPending } = useSetAllLineStatuses(orderId, attempt);
  const next = statuses.filter(
    (status) =>
      lines.some((line) => line.status !== status) &&
      lines.every((line) => line.status === status || line.nextStatuses.includes(status)),
  );
  if (next.length === 0) return null;
  return (
    <>
      <Menu
        trigger={
          <Button icon={ListChecks} busy={isPending}>
            Move all lines
          </Button>
        }
      >
        <MenuLabel>All {lines.length} lines to</MenuLabel>
        {next.map((status) => (
          <MenuItem key={status} onSelect={() => mutate(status)}>
            <StatusBadge status={status} />
          </MenuItem>
        ))}
      </Menu>
      {question}
    </>
  );
}
