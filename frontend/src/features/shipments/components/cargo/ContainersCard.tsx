import { Pencil, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { CargoDto, ContainerDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { formatDecimal, plural } from '@/shared/lib/format';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { sizeName } from '../../vocabulary';
import { ContainersDrawer } from './ContainersDrawer';

/** The boxes that a shipment goes in, with their seals. */
export function ContainersCard({ cargo, awbNumber }: { cargo: CargoDto; awbNumber: string }) {
  const mayWrite = useCan()('shipment.write') && !cargo.part;
  const [editing, setEditing] = useState(false);
  const { containers } = cargo;
  return (
    <Card
      title="Containers"
      actions={
        mayWrite && (
          <Button size="sm" icon={Pencil} onClick={() => setEditing(true)}>
            {containers.length ? 'Change containers' : 'Add containers'}
          </Button>
        )
      }
    >
      {containers.length === 0 ? (
        <p className="text-sm text-muted">None yet.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line text-sm">
          {containers.map(({ containerNumber, size, sealNumber, checks, numberReason, ...stowed }) => (
            <li
              key={containerNumber}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 first:pt-0 last:pb-0"
            >
              <span className="font-medium tabular-nums">{containerNumber}</span>
              <span className="text-muted">
                {sizeName(size)}
                {sealNumber && ` · seal ${sealNumber}`}
              </span>
              <Stowed of={stowed} />
              {!checks && (
                <span className="flex w-full items-start gap-1.5 text-[0.8125rem] text-warn">
                  <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
                  Its check digit is wrong. {numberReason}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing && <ContainersDrawer cargo={cargo} awbNumber={awbNumber} onClose={() => setEditing(false)} />}
    </Card>
  );
}

type Stowage = Pick<ContainerDto, 'packages' | 'grossKg' | 'volumeM3' | 'volumePercent' | 'weightPercent'>;

/** What the packing list has in it, once it says so. */
function Stowed({ of: { packages, grossKg, volumeM3, volumePercent, weightPercent } }: { of: Stowage }) {
  if (!packages.length) return null;
  const full = [volumePercent && `${volumePercent} % by volume`, weightPercent && `${weightPercent} % by weight`];
  const told = [
    packages.map(({ kind, count }) => plural(count, kind)).join(', '),
    `${formatDecimal(grossKg)} kg gross`,
    `${formatDecimal(volumeM3)} m³`,
    full.filter(Boolean).join(', '),
  ];
  return <span className="w-full text-[0.8125rem] text-muted">{told.filter(Boolean).join(' · ')}</span>;
}
