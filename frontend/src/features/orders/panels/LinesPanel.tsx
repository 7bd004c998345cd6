import { Layers, Plus } from 'lucide-react';
import { useState } from 'react';
import type { LineDto, StyleDto } from '@/shared/api/generated';
import { GateDialogs } from '@/shared/gates/GateDialogs';
import type { GateQuestion } from '@/shared/gates/questions';
import { plural } from '@/shared/lib/format';
import type { OrderPanelProps } from '@/shared/lib/order';
import { useUrlState } from '@/shared/lib/search';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { EmptyState } from '@/shared/ui/States';
import { AddLineDrawer } from '../components/AddLineDrawer';
import { AddStyleDrawer } from '../components/AddStyleDrawer';
import { CopyStyleDialog } from '../components/CopyStyleDialog';
import { DeleteLineDialog, DeleteStyleDialog } from '../components/DeleteLineDialogs';
import { EditLineDrawer } from '../components/EditLineDrawer';
import { EditStyleDrawer } from '../components/EditStyleDrawer';
import { LineTable } from '../components/LineTable';
import { StyleHeader } from '../components/StyleHeader';
import { MillOffersDrawer } from '../offers/MillOffersDrawer';
import { orderSearch } from '../search';
import { MoveLines } from '../selection/MoveLines';
import { SetOnLines } from '../selection/SetOnLines';
import { useSelection } from '../selection/use-selection';
import { isClosed } from '../vocabulary';

type Asking =
  | { what: 'addStyle' }
  | { what: 'addLine'; style: StyleDto; like?: LineDto }
  | { what: 'copyStyle' | 'deleteStyle'; style: StyleDto }
  | { what: 'deleteLine'; line: LineDto }
  | { what: 'gate'; question: GateQuestion };

/** The styles of an order with their lines. What is open has an address of its own: `?line=…`, `?style=…`, `?offers=…`. */
export default function LinesPanel({ order }: OrderPanelProps) {
  const [{ line: openId, style: openStyleId, offers: offersId }, setState] = useUrlState(orderSearch);
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const lines = order.styles.flatMap((style) => style.lines);
  const selection = useSelection(lines.map(({ id }) => id));
  const ticked = lines.filter(({ id }) => selection.has(id));
  const open = lines.find(({ id }) => id === openId);
  const withOffers = lines.find(({ id }) => id === offersId);
  const delivered = order.currentStage === 'Delivered'; // what is delivered takes no further lines
  const openStyle = order.styles.find(({ id }) => id === openStyleId);

  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-end gap-2">
        {lines.length > 1 && (
          <MoveLines
            orderId={order.id}
            lines={ticked.length > 0 ? ticked : lines}
            label={ticked.length > 0 ? `Move ${plural(ticked.length, 'line')}` : 'Move all lines'}
            onMoved={selection.clear}
          />
        )}
        {ticked.length > 0 && <SetOnLines orderId={order.id} lines={ticked} onSet={selection.clear} />}
        {ticked.length > 0 && (
          <Button variant="quiet" onClick={selection.clear}>
            Untick all
          </Button>
        )}
        {!delivered && (
          <Button icon={Plus} onClick={() => setAsking({ what: 'addStyle' })}>
            Add style
          </Button>
        )}
      </div>
      {order.styles.length === 0 && (
        <Card flush>
          <EmptyState
            icon={Layers}
            title="No styles yet"
            actions={
              !delivered && (
                <Button variant="primary" icon={Plus} onClick={() => setAsking({ what: 'addStyle' })}>
                  Add style
                </Button>
              )
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
              onAddLine={delivered ? undefined : () => setAsking({ what: 'addLine', style })}
              onCopy={delivered ? undefined : () => setAsking({ what: 'copyStyle', style })}
              onDelete={() => setAsking({ what: 'deleteStyle', style })}
            />
            <LineTable
              caption={`Lines of style ${style.styleNumber}`}
              lines={style.lines}
              selection={lines.length > 1 ? selection : undefined}
              closed={isClosed(order)}
              onOpen={(line) => setState({ line: line.id }, { push: true })}
              onOffers={(line) => setState({ offers: line.id }, { push: true })}
              onCopy={delivered ? undefined : (like) => setAsking({ what: 'addLine', style, like })}
              onDelete={(line) => setAsking({ what: 'deleteLine', line })}
              onAsk={(question) => setAsking({ what: 'gate', question })}
            />
          </Card>
        ))}
      </div>
      {open && <EditLineDrawer key={open.id} line={open} onClose={() => setState({ line: undefined })} />}
      {withOffers && <MillOffersDrawer line={withOffers} onClose={() => setState({ offers: undefined })} />}
      {asking?.what === 'addStyle' && <AddStyleDrawer order={order} onClose={close} />}
      {asking?.what === 'addLine' && <AddLineDrawer style={asking.style} like={asking.like} onClose={close} />}
      {openStyle && (
        <EditStyleDrawer key={openStyle.id} style={openStyle} onClose={() => setState({ style: undefined })} />
      )}
      {asking?.what === 'copyStyle' && <CopyStyleDialog style={asking.style} onClose={close} />}
      {asking?.what === 'deleteStyle' && <DeleteStyleDialog style={asking.style} onClose={close} />}
      {asking?.what === 'deleteLine' && <DeleteLineDialog line={asking.line} onClose={close} />}
      {asking?.what === 'gate' && <GateDialogs question={asking.question} onClose={close} />}
    </>
  );
}
