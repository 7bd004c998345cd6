import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newIdempotencyKey } from '@/shared/api/change';
import type { DryRunCellDto, DryRunDto, DryRunRowDto, ImportDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { PageHeader } from '@/shared/ui/PageHeader';
import { useCommitImport, useDiscardImport } from '../api';
import { decideCell, includeRow, mapColumn, readFrom } from '../decisions';
import { useDecisions } from '../useDecisions';
import { useWide } from '../useWide';
import { Became } from './Became';
import { CellEditor } from './CellEditor';
import { ColumnsPanel } from './ColumnsPanel';
import { CommitBar } from './CommitBar';
import { Findings } from './Findings';
import { Repeats } from './Repeats';
import { cellAt } from '../sheet';
import { SheetCards } from './SheetCards';
import { SheetTable } from './SheetTable';
import { Summary } from './Summary';
import { TitleRows } from './TitleRows';

const crumbs = [
  { label: 'Orders', to: paths.orders },
  { label: 'Import', to: paths.importOrders },
];

/** One workbook, from what it says to the orders it becomes. */
export function ImportReview({ read, dryRun: lastRun }: { read: ImportDto; dryRun: DryRunDto }) {
  const navigate = useNavigate();
  const { dryRun, decisions, decide, flush, waiting } = useDecisions(read, lastRun);
  const [key] = useState(newIdempotencyKey);
  const commit = useCommitImport(key);
  const discard = useDiscardImport();
  const [asking, setAsking] = useState(false);
  const { open, anchor, openCell, close } = useOpenCell();
  const { sought, show } = useSoughtCell();
  const Sheet = useWide() ? SheetTable : SheetCards;
  const readOnly = read.status !== 'draft';
  const openedCell = open && cellAt(dryRun, open);

  const include = useCallback(
    (row: DryRunRowDto, included: boolean) => decide((all) => includeRow(all, row, included)),
    [decide],
  );
  const create = async () => {
    const agreed = await flush();
    if (!agreed) return;
    commit.mutate(agreed, {
      onSuccess: ({ orders }) => {
        const [first, ...others] = orders;
        if (!first) return;
        const lines = orders.reduce((sum, order) => sum + order.lines, 0);
        const name = others.length > 0 ? plural(orders.length, 'order') : `Order ${first.orderNumber}`;
        notify.success(`${name} created with ${plural(lines, 'line')}.`);
        // Several are listed here, each with its link; one is opened.
        if (others.length === 0) void navigate({ to: paths.order(first.id) });
        else window.scrollTo({ top: 0 });
      },
    });
  };

  return (
    <>
      <PageHeader
        title={read.fileName}
        crumbs={crumbs}
        badges={
          readOnly ? <Badge tone="good">Imported</Badge> : <Badge tone="info">Nothing is saved as an order yet</Badge>
        }
        actions={
          !readOnly && (
            <Button variant="quiet" icon={Trash2} onClick={() => setAsking(true)}>
              Discard
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-4">
        {readOnly && <Became orders={read.orders} />}
        <Summary
          dryRun={dryRun}
          readOnly={readOnly}
          onBuyer={(buyer) => decide(({ buyer: _before, ...all }) => (buyer ? { ...all, buyer } : all))}
          onSheetDate={(day) => decide(({ sheetDate: _before, ...all }) => (day ? { ...all, sheetDate: day } : all))}
        />
        <Repeats repeats={read.repeats} proposals={dryRun.orders} />
        <Findings dryRun={dryRun} readOnly={readOnly} onShow={show} />
        {!readOnly && (
          <ColumnsPanel
            dryRun={dryRun}
            onMap={(column, field) => decide((all) => mapColumn(all, dryRun.columns, column, field))}
            onReadFrom={(mapping) => decide((all) => readFrom(all, mapping))}
          />
        )}
        <TitleRows dryRun={dryRun} />
        <Card flush className="overflow-clip">
          <Sheet dryRun={dryRun} readOnly={readOnly} sought={sought} onOpenCell={openCell} onInclude={include} />
        </Card>
        {!readOnly && (
          <CommitBar
            dryRun={dryRun}
            waiting={waiting}
            busy={commit.isPending || commit.isSuccess}
            onCommit={() => void create()}
          />
        )}
      </div>
      {openedCell && (
        <CellEditor
          key={openedCell.address}
          cell={openedCell}
          asOf={dryRun.asOf}
          decision={decisions.cells?.[openedCell.address]}
          anchor={anchor}
          onDecide={(decision) => decide((all) => decideCell(all, openedCell.address, decision))}
          onClose={close}
        />
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Discard ${read.fileName}?`}
        confirmLabel="Discard"
        danger
        onConfirm={async () => {
          await discard.mutateAsync(read.id);
          await navigate({ to: paths.importOrders });
        }}
      >
        The file and what you decided about it are forgotten. Your own copy stays as it is.
      </ConfirmDialog>
    </>
  );
}

/** The cell whose choices are shown, beside the element that was pressed. */
function useOpenCell() {
  const [open, setOpen] = useState<string | null>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const openCell = useCallback((cell: DryRunCellDto, from: HTMLElement) => {
    anchor.current = from;
    setOpen(cell.address);
  }, []);
  return { open, anchor, openCell, close: () => setOpen(null) };
}

/** The cell that a finding points at: brought into sight, and focused, each time it is asked for. */
function useSoughtCell() {
  const [sought, setSought] = useState<{ address: string } | null>(null);
  useEffect(() => {
    if (!sought) return;
    const place = `[data-address="${sought.address}"]`; // the button in a cell that can be changed, else the cell
    const cell = document.querySelector<HTMLElement>(`button${place}`) ?? document.querySelector<HTMLElement>(place);
    cell?.scrollIntoView({ block: 'center', inline: 'center' });
    cell?.focus({ preventScroll: true });
  }, [sought]);
  const show = useCallback((address: string) => setSought({ address }), []);
  return { sought: sought?.address ?? null, show };
}
