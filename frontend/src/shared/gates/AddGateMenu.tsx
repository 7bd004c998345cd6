import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { LineDto } from '../api/generated';
import { toProblem } from '../api/errors';
import { FormDialog } from '../forms/FormDialog';
import { Field } from '../ui/Field';
import { Input } from '../ui/Input';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/Menu';
import { useAddGate } from './api';
import { gateNames, knownGates } from './vocabulary';

type Line = Pick<LineDto, 'id' | 'label' | 'gates'>;

/** Adds a gate to a line: one of the nine that it has not, or one of its own. */
export function AddGateMenu({ line }: { line: Line }) {
  const [naming, setNaming] = useState(false);
  const { mutate, isPending } = useAddGate(line.id, { ownErrors: false });
  const others = knownGates.filter((known) => !line.gates.some(({ key }) => key === known));
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            disabled={isPending}
            aria-label={`Add a gate to ${line.label}`}
            className="touch-target inline-flex h-6 items-center gap-1 rounded-md border border-dashed border-line-strong/60 px-1.5 text-xs text-muted hover:border-line-strong hover:text-ink"
          >
            <Plus aria-hidden className="size-3.5" />
            Gate
          </button>
        }
      >
        {others.length > 0 && <MenuLabel>Not in its set</MenuLabel>}
        {others.map((gateKey) => (
          <MenuItem key={gateKey} onSelect={() => mutate({ gateKey })}>
            {gateNames[gateKey]}
          </MenuItem>
        ))}
        {others.length > 0 && <MenuSeparator />}
        <MenuItem icon={Plus} onSelect={() => setNaming(true)}>
          One of its own…
        </MenuItem>
      </Menu>
      {naming && <NameGateDialog line={line} onClose={() => setNaming(false)} />}
    </>
  );
}

function NameGateDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const [name, setName] = useState('');
  const { mutate, isPending, error } = useAddGate(line.id);
  const onField = error && toProblem(error).errors.name?.join(' ');
  const add = (event?: FormEvent) => {
    event?.preventDefault();
    mutate({ name: name.trim() }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={`New gate for ${line.label}`}
      busy={isPending}
      saveLabel="Add gate"
      refusal={onField ? null : error}
      onSave={add}
      onClose={onClose}
    >
      <Field
        label="Name"
        hint="What this line has to pass beside the usual gates."
        required
        error={onField ?? undefined}
        className="sm:col-span-2"
      >
        <Input
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={100}
          placeholder="Shrinkage after wash"
        />
      </Field>
    </FormDialog>
  );
}
