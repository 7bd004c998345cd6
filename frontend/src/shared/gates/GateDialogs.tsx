import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ApprovalStatus } from '../api/generated';
import { toProblem } from '../api/errors';
import { FormDialog } from '../forms/FormDialog';
import { formatDay } from '../lib/format';
import { today } from '../lib/house';
import { notify } from '../lib/notify';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Input, Select, Textarea } from '../ui/Input';
import { gateDetail, useDecide, useFulfilCondition, useHandOver } from './api';
import { GateHistory } from './GateHistory';
import type { GateQuestion } from './questions';
import { type GateHolder, type GateOfLine, heldBy, holders, isOut, said } from './vocabulary';

interface GateDialogsProps {
  question: GateQuestion;
  onClose: () => void;
}

/** The dialog that a gate's menu asked for. */
export function GateDialogs({ question, onClose }: GateDialogsProps) {
  const { what, of, status } = question;
  if (what === 'holding') return <HoldingDialog of={of} onClose={onClose} />;
  if (what === 'condition') return <ConditionDialog of={of} onClose={onClose} />;
  if (what === 'history') return <HistoryDialog of={of} onClose={onClose} />;
  return <DecisionDialog of={of} status={status} onClose={onClose} />;
}

const decisions: Record<ApprovalStatus, string> = {
  submission: 'Submitted',
  resubmission: 'Resubmitted: another round',
  approved: 'Approved',
  rejected: 'Rejected',
  cleared: 'Clear: as if never begun',
};

/** What the same words mean while the round has no answer. */
const sentAgain: Partial<typeof decisions> = {
  submission: 'Sent once more: the same round',
  resubmission: 'Another round, before the answer',
};

const noteHints: Partial<Record<ApprovalStatus, string>> = {
  rejected: 'Why, in the buyer’s words: “redder than standard under D65”.',
  submission: 'How it went: courier and AWB, options sent.',
  resubmission: 'What was changed since the last round.',
};

interface OfGate {
  of: GateOfLine;
  onClose: () => void;
}

/** Records a decision with its day, the note and the condition, and shows those before it. */
function DecisionDialog({ of, status: asked, onClose }: OfGate & { status: ApprovalStatus }) {
  const { gate, lineId, lineLabel } = of;
  const [status, setStatus] = useState(asked);
  const [day, setDay] = useState(today);
  const [dayless, setDayless] = useState(false);
  const [notes, setNotes] = useState('');
  const [condition, setCondition] = useState('');
  const history = useQuery(gateDetail(lineId, gate.key));
  const { mutate, isPending, error } = useDecide(of, { ownErrors: true });
  const errors = error ? toProblem(error).errors : {};
  const onFields = Boolean(errors.occurredOn ?? errors.notes ?? errors.condition);
  const waits = error !== null && toProblem(error).code === 'gate.round_waits';
  const words = isOut(gate.status) ? { ...decisions, ...sentAgain } : decisions;
  const late = day !== '' && day < today();

  const record = (event?: FormEvent) => {
    event?.preventDefault();
    setDayless(!day);
    if (!day) return;
    const occurredOn = day === today() ? undefined : day; // of a day to come the server says what is wrong
    const only = status === 'approved' ? { condition: condition.trim() || null } : {};
    // Of a round that is out the dialog says so, and so did the server where the screen did not know.
    const again = isOut(status) && (waits || isOut(gate.status)) ? { again: true } : {};
    mutate(
      { status, notes: notes.trim() || null, occurredOn, ...only, ...again },
      {
        onSuccess: () => {
          notify.success(`${gate.name} of ${lineLabel} is ${said[status]}.`);
          onClose();
        },
      },
    );
  };

  return (
    <FormDialog
      title={`${gate.name} of ${lineLabel}`}
      busy={isPending}
      saveLabel={waits ? 'Record all the same' : 'Record'}
      refusal={onFields ? null : error}
      onSave={record}
      onClose={onClose}
    >
      <Field label="Decision" required>
        <Select
          options={(Object.keys(decisions) as ApprovalStatus[]).map((value) => ({ value, label: words[value] }))}
          value={status}
          onChange={({ target }) => setStatus(target.value as ApprovalStatus)}
        />
      </Field>
      <Field
        label="When it happened"
        hint={late ? `Recorded today, for ${formatDay(day)}. What happened after that day still decides.` : undefined}
        error={dayless && !day ? 'On which day did it happen?' : errors.occurredOn?.join(' ')}
      >
        <Input type="date" required max={today()} value={day} onChange={({ target }) => setDay(target.value)} />
      </Field>
      {status === 'approved' && (
        <Field
          label="On condition that"
          hint="Leave it empty for a plain approval. The line is not complete until somebody ticks it."
          error={errors.condition?.join(' ')}
          className="sm:col-span-2"
        >
          <Input
            value={condition}
            onChange={({ target }) => setCondition(target.value)}
            maxLength={1000}
            placeholder="Bulk a shade bluer"
          />
        </Field>
      )}
      <Field label="Note" hint={noteHints[status]} error={errors.notes?.join(' ')} className="sm:col-span-2">
        <Textarea value={notes} onChange={({ target }) => setNotes(target.value)} maxLength={2000} />
      </Field>
      <GateHistory query={history} className="sm:col-span-2" />
    </FormDialog>
  );
}

const holderOptions = holders.map((value) => ({
  value,
  label: { us: 'Us', mill: 'The mill', buyer: 'The buyer', lab: 'The test laboratory' }[value],
}));

/** Whose turn it is, and since when: their clock begins there. */
function HoldingDialog({ of, onClose }: OfGate) {
  const { gate, lineLabel } = of;
  const [holder, setHolder] = useState<GateHolder>(holders.find((each) => each !== gate.holder) ?? 'us');
  const [since, setSince] = useState(today);
  const [notes, setNotes] = useState('');
  const { mutate, isPending, error } = useHandOver({ ownErrors: true });
  const errors = error ? toProblem(error).errors : {};

  const handOver = (event?: FormEvent) => {
    event?.preventDefault();
    mutate(
      { of, holder, since, notes: notes.trim() || null },
      {
        onSuccess: () => {
          notify.success(`${gate.name} of ${lineLabel} is ${heldBy[holder]} since ${formatDay(since)}.`);
          onClose();
        },
      },
    );
  };

  return (
    <FormDialog
      title={`Hand over ${gate.name} of ${lineLabel}`}
      description={
        gate.holder && `It is ${heldBy[gate.holder]}${gate.heldSince ? ` since ${formatDay(gate.heldSince)}` : ''}.`
      }
      busy={isPending}
      saveLabel="Hand over"
      refusal={errors.since ? null : error}
      onSave={handOver}
      onClose={onClose}
    >
      <Field label="Whose turn is it?" required>
        <Select
          options={holderOptions}
          value={holder}
          onChange={({ target }) => setHolder(target.value as GateHolder)}
        />
      </Field>
      <Field label="Since" error={errors.since?.join(' ')}>
        <Input type="date" required max={today()} value={since} onChange={({ target }) => setSince(target.value)} />
      </Field>
      <Field label="Note" className="sm:col-span-2">
        <Textarea value={notes} onChange={({ target }) => setNotes(target.value)} maxLength={2000} />
      </Field>
    </FormDialog>
  );
}

/** Ticks what an approval was bound to. */
function ConditionDialog({ of, onClose }: OfGate) {
  const { gate, lineLabel } = of;
  const [metOn, setMetOn] = useState(today);
  const [notes, setNotes] = useState('');
  const { mutate, isPending, error } = useFulfilCondition(of);
  const errors = error ? toProblem(error).errors : {};

  const tick = (event?: FormEvent) => {
    event?.preventDefault();
    mutate(
      { metOn, notes: notes.trim() || null },
      {
        onSuccess: () => {
          notify.success(`The condition of ${gate.name}, ${lineLabel}, is seen to.`);
          onClose();
        },
      },
    );
  };

  return (
    <FormDialog
      title={`Condition of ${gate.name}, ${lineLabel}`}
      description={<>Approved on condition that: “{gate.condition}”</>}
      busy={isPending}
      saveLabel="It is seen to"
      refusal={errors.metOn ? null : error}
      onSave={tick}
      onClose={onClose}
    >
      <Field label="Seen to on" error={errors.metOn?.join(' ')}>
        <Input type="date" required max={today()} value={metOn} onChange={({ target }) => setMetOn(target.value)} />
      </Field>
      <Field label="Note" hint="Which lot, who looked, under which light." className="sm:col-span-2">
        <Textarea value={notes} onChange={({ target }) => setNotes(target.value)} maxLength={2000} />
      </Field>
    </FormDialog>
  );
}

function HistoryDialog({ of: { gate, lineId, lineLabel }, onClose }: OfGate) {
  const history = useQuery(gateDetail(lineId, gate.key));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`${gate.name} of ${lineLabel}`}>
      <GateHistory query={history} empty />
    </Dialog>
  );
}
