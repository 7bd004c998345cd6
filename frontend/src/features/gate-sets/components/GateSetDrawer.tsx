import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { newIdempotencyKey } from '@/shared/api/change';
import { toProblem } from '@/shared/api/errors';
import type { GateSetDto } from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Checkbox } from '@/shared/ui/Checkbox';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Refusal } from '@/shared/ui/Refusal';
import { useSaveGateSet } from '../api';
import { type Draft, type DraftGate, draftOf, newGate, sentOf } from '../draft';
import { GateRow } from './GateRow';

/** Makes a set of gates, or changes one. */
export function GateSetDrawer({ set, onClose }: { set?: GateSetDto; onClose: () => void }) {
  const [start] = useState(() => draftOf(set));
  const [draft, setDraft] = useState<Draft>(start);
  const [key] = useState(newIdempotencyKey);
  const { mutate, isPending, error } = useSaveGateSet(set, key);
  const errors = error ? toProblem(error).errors : {};
  const faultOf = (field: string) => errors[field]?.join(' ');
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const { gates } = draft;

  const put = (at: number, gate: DraftGate) =>
    change({ gates: gates.map((each, index) => (index === at ? gate : each)) });
  const move = (at: number, by: 1 | -1) => {
    const moved = [...gates];
    moved.splice(at + by, 0, ...moved.splice(at, 1));
    change({ gates: moved });
  };

  const save = (event?: FormEvent) => {
    event?.preventDefault();
    mutate(sentOf(draft), {
      onSuccess: ({ name }) => {
        notify.success(`The gates of ${name} are saved. New lines are given them.`);
        onClose();
      },
    });
  };

  return (
    <FormDrawer
      title={set ? `Gates of ${set.name}` : 'New set of gates'}
      description="Counts for lines made from now on; lines that are there keep the gates they have."
      dirty={draft !== start}
      busy={isPending}
      saveLabel="Save gates"
      onSave={save}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-6">
        <Field label="Name" required error={faultOf('name')} className="sm:col-span-4">
          <Input value={draft.name} maxLength={100} onChange={({ target }) => change({ name: target.value })} />
        </Field>
        <Field
          label="Tried as number"
          hint="The first that fits counts."
          error={faultOf('position')}
          className="sm:col-span-2"
        >
          <Input
            inputMode="numeric"
            value={draft.position}
            onChange={({ target }) => change({ position: target.value })}
            className="text-end tabular-nums"
          />
        </Field>
        <Field
          label="Words"
          hint="With commas between. One of them in a line’s fabric type, or in its CAD, gives the line these gates."
          error={faultOf('words')}
          className="sm:col-span-6"
        >
          <Input value={draft.words} onChange={({ target }) => change({ words: target.value })} />
        </Field>
        <Checkbox
          label="Taken where no other set fits"
          checked={draft.isDefault}
          disabled={set?.isDefault}
          onChange={({ target }) => change({ isDefault: target.checked })}
          className="sm:col-span-6"
        />
      </div>
      <h3 className="mb-1 mt-6 text-sm font-semibold">Gates, in the order in which they are passed</h3>
      <p className="mb-3 text-[0.8125rem] text-muted">
        Days that each may take. “To send” counts from the day the line is made. Empty: nobody counts.
      </p>
      <ol className="grid gap-3">
        {gates.map((gate, at) => (
          <GateRow
            key={at}
            gate={gate}
            at={at}
            last={at === gates.length - 1}
            fault={faultOf(`gates.${at}.key`) ?? faultOf(`gates.${at}.name`)}
            onChange={(next) => put(at, next)}
            onMove={(by) => move(at, by)}
            onRemove={gates.length > 1 ? () => change({ gates: gates.filter((_, index) => index !== at) }) : undefined}
          />
        ))}
      </ol>
      <Button icon={Plus} className="mt-3" onClick={() => change({ gates: [...gates, newGate(gates)] })}>
        Add gate
      </Button>
      {Object.keys(errors).length === 0 && <Refusal error={error} />}
    </FormDrawer>
  );
}
