import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { gateNames, knownGates } from '@/shared/gates/vocabulary';
import { Field } from '@/shared/ui/Field';
import { IconButton } from '@/shared/ui/IconButton';
import { Input, Select } from '@/shared/ui/Input';
import { dayColumns, type DraftGate, draftGateName } from '../draft';

const choices = [
  ...knownGates.map((value) => ({ value, label: gateNames[value] })),
  { value: 'own', label: 'One of our own…' },
];

interface GateRowProps {
  gate: DraftGate;
  at: number;
  last: boolean;
  fault?: string;
  onChange: (gate: DraftGate) => void;
  onMove: (by: 1 | -1) => void;
  /** A set has one gate at least. */
  onRemove?: () => void;
}

/** One gate of a set with its days. */
export function GateRow({ gate, at, last, fault, onChange, onMove, onRemove }: GateRowProps) {
  const name = draftGateName(gate);
  return (
    <li className="rounded-lg border border-line p-3">
      <div className="flex items-start gap-2">
        <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
          <Field label={`Gate ${at + 1}`} hideLabel error={gate.key ? fault : undefined}>
            <Select
              options={choices}
              value={gate.key || 'own'}
              onChange={({ target }) => onChange({ ...gate, key: target.value === 'own' ? '' : target.value })}
            />
          </Field>
          {!gate.key && (
            <Field label={`Name of gate ${at + 1}`} hideLabel error={fault}>
              <Input
                value={gate.name}
                maxLength={100}
                placeholder="Its name"
                onChange={({ target }) => onChange({ ...gate, name: target.value })}
              />
            </Field>
          )}
        </div>
        <IconButton icon={ArrowUp} size="sm" label={`Move ${name} up`} disabled={at === 0} onClick={() => onMove(-1)} />
        <IconButton icon={ArrowDown} size="sm" label={`Move ${name} down`} disabled={last} onClick={() => onMove(1)} />
        <IconButton
          icon={Trash2}
          size="sm"
          label={`Take ${name} out`}
          disabled={!onRemove}
          onClick={() => onRemove?.()}
        />
      </div>
      <div className="mt-2 grid grid-cols-5 gap-2">
        {dayColumns.map(({ key, label }) => (
          <Field key={key} label={label}>
            <Input
              inputMode="numeric"
              aria-label={`${label}: days for ${name}`}
              value={gate.days[key]}
              onChange={({ target }) => onChange({ ...gate, days: { ...gate.days, [key]: target.value } })}
              className="px-2 text-end tabular-nums"
            />
          </Field>
        ))}
      </div>
    </li>
  );
}
