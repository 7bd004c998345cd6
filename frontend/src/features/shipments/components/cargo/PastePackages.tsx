import { useState } from 'react';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { type Option, Select, Textarea } from '@/shared/ui/Input';
import { pastedPackages, type PackageValues } from '../../packing-rows';
import { type PackageKind, packageOptions } from '../../vocabulary';

interface PastePackagesProps {
  lines: readonly Option[];
  nextOf: (kind: PackageKind) => number;
  onPasted: (packages: PackageValues[]) => void;
}

/** Rolls or cartons of one line out of a sheet, a package each row. Within a form: it keeps its own state. */
export function PastePackages({ lines, nextOf, onPasted }: PastePackagesProps) {
  const [kind, setKind] = useState<PackageKind>('roll');
  const [line, setLine] = useState(lines[0]?.value ?? '');
  const [text, setText] = useState('');
  const found = pastedPackages(text, { kind, orderLineId: line, from: nextOf(kind) });
  return (
    <div className="mt-3 grid gap-3 rounded-xl border border-line bg-sunken p-3 sm:grid-cols-2">
      <Field label="What each row is">
        <Select
          value={kind}
          options={packageOptions}
          onChange={(event) => setKind(event.target.value as PackageKind)}
        />
      </Field>
      <Field label="Of which line">
        <Select value={line} options={lines} onChange={(event) => setLine(event.target.value)} />
      </Field>
      <Field
        label="Rows of the sheet"
        hint="In this order: quantity, net kg, gross kg, length, width and height in cm. The first is enough."
        className="sm:col-span-2"
      >
        <Textarea rows={5} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Button disabled={!found.length} onClick={() => onPasted(found)} className="justify-self-start">
        Add {found.length || 'these'} packages
      </Button>
    </div>
  );
}
