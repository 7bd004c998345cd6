import { FileText, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { CargoDto, PackageDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { formatDecimal } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { openFile } from '@/shared/lib/open-file';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { EmptyState } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Quantity } from '@/shared/ui/Values';
import { usePrintPackingList } from '../../cargo';
import { packageNames } from '../../vocabulary';
import { PackingDrawer } from './PackingDrawer';

/** So many rows are shown at first: rolls fill a page. */
const FOLDED = 15;

/** The packing list row by row, and what it adds up to. */
export function PackingCard({ cargo, awbNumber }: { cargo: CargoDto; awbNumber: string }) {
  const mayWrite = useCan()('shipment.write') && !cargo.part;
  const [editing, setEditing] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const print = usePrintPackingList(cargo.id);
  const { packages, packing, lines } = cargo;
  const edit = mayWrite && lines.length > 0 && (
    <Button size="sm" icon={Pencil} onClick={() => setEditing(true)}>
      {packages.length ? 'Change packing list' : 'Write the packing list'}
    </Button>
  );
  const printed = () =>
    print.mutate(undefined, {
      onSuccess: (link) => {
        notify.success('The packing list is printed, and kept among the papers.');
        openFile(link);
      },
    });
  const columns = columnsFor(cargo);
  return (
    <Card
      title="Packing list"
      flush
      actions={
        packages.length > 0 && (
          <>
            {mayWrite && (
              <Button size="sm" icon={FileText} busy={print.isPending} onClick={printed}>
                PDF
              </Button>
            )}
            {edit}
          </>
        )
      }
    >
      {packages.length === 0 ? (
        <EmptyState title="No packing list yet" actions={edit}>
          {lines.length ? 'By carton or by roll: typed, or pasted from a sheet.' : 'Say first what goes.'}
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Packing list"
            columns={columns}
            rows={unfolded ? packages : packages.slice(0, FOLDED)}
            rowKey={({ kind, firstNumber }) => `${kind}-${firstNumber}`}
            dense
          />
          {!unfolded && packages.length > FOLDED && (
            <div className="border-t border-line px-4 py-2 sm:px-5">
              <Button size="sm" variant="quiet" onClick={() => setUnfolded(true)}>
                Show all {packages.length} rows
              </Button>
            </div>
          )}
          <dl className="flex flex-wrap gap-x-8 gap-y-2 border-t border-line px-4 py-3 text-sm sm:px-5">
            {totalsOf(packing).map(([term, value]) => (
              <div key={term}>
                <dt className="text-[0.8125rem] text-muted">{term}</dt>
                <dd className="font-semibold tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {editing && <PackingDrawer cargo={cargo} awbNumber={awbNumber} onClose={() => setEditing(false)} />}
    </Card>
  );
}

const totalsOf = ({ packages, netKg, grossKg, volumeM3 }: CargoDto['packing']): [string, string][] => [
  ...packages.map(({ kind, count }): [string, string] => [packageNames[kind], formatDecimal(String(count))]),
  ['Net', `${formatDecimal(netKg)} kg`],
  ['Gross', `${formatDecimal(grossKg)} kg`],
  ['Volume', `${formatDecimal(volumeM3)} m³`],
];

function columnsFor({ lines, containers }: CargoDto): Column<PackageDto>[] {
  const lineOf = (id: string) => lines.find(({ orderLineId }) => orderLineId === id);
  return [
    {
      key: 'numbers',
      head: 'No.',
      primary: true,
      cell: ({ kind, firstNumber, lastNumber }) => (
        <span className="whitespace-nowrap tabular-nums">
          {packageNames[kind]} {firstNumber === lastNumber ? firstNumber : `${firstNumber}–${lastNumber}`}
        </span>
      ),
    },
    {
      key: 'goods',
      head: 'In each',
      cell: ({ contents }) => (
        <ul>
          {contents.map(({ orderLineId, quantity }) => (
            <li key={orderLineId}>
              {lineOf(orderLineId)?.label} <Quantity quantity={quantity} unit={lineOf(orderLineId)?.unit ?? ''} />
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'net', head: 'Net each', align: 'end', cell: ({ netKg }) => <Quantity quantity={netKg} unit="kg" /> },
    {
      key: 'gross',
      head: 'Gross each',
      align: 'end',
      cell: ({ grossKg }) => <Quantity quantity={grossKg} unit="kg" />,
    },
    {
      key: 'measures',
      head: 'cm',
      align: 'end',
      show: 'wide',
      cell: ({ lengthCm, widthCm, heightCm }) =>
        lengthCm ? (
          <span className="whitespace-nowrap tabular-nums">
            {lengthCm} × {widthCm} × {heightCm}
          </span>
        ) : (
          <span className="text-muted">–</span>
        ),
    },
    ...(containers.length ? [inContainer] : []),
  ];
}

const inContainer: Column<PackageDto> = {
  key: 'container',
  head: 'Container',
  show: 'wide',
  cell: ({ containerNumber }) =>
    containerNumber ? (
      <span className="tabular-nums">{containerNumber}</span>
    ) : (
      <span className="text-muted">Not said</span>
    ),
};
