import { type FormEvent, useState } from 'react';
import { toProblem } from '../api/errors';
import { FormDialog } from '../forms/FormDialog';
import { plural } from '../lib/format';
import { notify } from '../lib/notify';
import { Field } from '../ui/Field';
import { Textarea } from '../ui/Input';
import { useDecideTogether } from './api';
import type { GateOfLine } from './vocabulary';

interface RejectDialogProps {
  /** The same gate of one line or of several. */
  of: readonly GateOfLine[];
  onClose: () => void;
}

/** Asks why, and rejects all of them. */
export function RejectDialog({ of, onClose }: RejectDialogProps) {
  const [notes, setNotes] = useState('');
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, error } = useDecideTogether({ ownErrors: true });
  const [first] = of;
  if (!first) return null;
  const { gate, lineLabel } = first;
  const what = of.length === 1 ? lineLabel : plural(of.length, 'line');
  const refusal = error ? toProblem(error).errors.notes?.join(' ') : undefined;

  const reject = (event?: FormEvent) => {
    event?.preventDefault();
    if (!notes.trim()) return setMissing(true);
    mutate(
      { gateKey: gate.key, lineIds: of.map(({ lineId }) => lineId), status: 'rejected', notes: notes.trim() },
      {
        onSuccess: () => {
          notify.success(`${gate.name} of ${what} is rejected.`);
          onClose();
        },
      },
    );
  };

  return (
    <FormDialog
      title={`Reject ${gate.name} of ${what}`}
      busy={isPending}
      saveLabel="Reject"
      refusal={refusal ? null : error}
      onSave={reject}
      onClose={onClose}
    >
      <Field
        label="Why"
        required
        hint="In the buyer’s words: “redder than standard under D65”."
        error={missing && !notes.trim() ? 'Say why: whoever makes the next round needs it.' : refusal}
        className="sm:col-span-2"
      >
        <Textarea autoFocus value={notes} onChange={({ target }) => setNotes(target.value)} maxLength={2000} />
      </Field>
    </FormDialog>
  );
}
