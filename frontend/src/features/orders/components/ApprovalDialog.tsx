import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { LineDto, RecordApprovalDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { Input, Select, Textarea } from '@/shared/ui/Input';
import { gateHistory, useRecordApproval } from '../api';
import { type Gate, gateNames } from '../vocabulary';
import { GateHistory } from './GateHistory';
import { Refusal } from '@/shared/ui/Refusal';

type Decision = RecordApprovalDto['status'];

export interface GateQuestion {
  line: LineDto;
  gate: Gate;
  /** What is about to be recorded. */
  status: Decision;
}

const decisions: { value: Decision; label: string }[] = [
  { value: 'submission', label: 'Submitted' },
  { value: 'resubmission', label: 'Resubmitted' },
  { value: 'approved', label: 'Approved' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'cleared', label: 'Clear: as if never begun' },
];

const noteHints: Partial<Record<Decision, string>> = {
  rejected: 'Why, in the buyer’s words: “redder than standard under D65”.',
  submission: 'How it went: courier and AWB, options sent.',
  resubmission: 'What was changed since the last round.',
};

const formId = 'record-approval';

/** Records a decision on one gate of a line, with its day and the reason, and shows those before it. */
export function ApprovalDialog({ question, onClose }: { question: GateQuestion; onClose: () => void }) {
  const { line, gate } = question;
  const [status, setStatus] = useState(question.status);
  const [day, setDay] = useState(today);
  const [notes, setNotes] = useState('');
  const history = useQuery(gateHistory(line.id, gate));
  const { mutate, isPending, error } = useRecordApproval(line, { ownErrors: true });
  const errors = error ? toProblem(error).errors : {};
  const onFields = Boolean(errors.occurredOn ?? errors.notes);

  const record = (event: FormEvent) => {
    event.preventDefault();
    const occurredOn = day === today() ? undefined : day;
    mutate({ approvalType: gate, status, notes: notes.trim() || null, occurredOn }, { onSuccess: onClose });
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${gateNames[gate]} of ${line.label}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={isPending}>
            Record
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={record} className="grid gap-4 sm:grid-cols-2">
        <Field label="Decision" required>
          <Select options={decisions} value={status} onChange={({ target }) => setStatus(target.value as Decision)} />
        </Field>
        <Field
          label="When it happened"
          hint={day < today() ? `Recorded today, for ${formatDay(day)}.` : undefined}
          error={errors.occurredOn?.join(' ')}
        >
          <Input type="date" required max={today()} value={day} onChange={({ target }) => setDay(target.value)} />
        </Field>
        <Field label="Note" hint={noteHints[status]} error={errors.notes?.join(' ')} className="sm:col-span-2">
          <Textarea value={notes} onChange={({ target }) => setNotes(target.value)} maxLength={2000} />
        </Field>
      </form>
      {!onFields && <Refusal error={error} />}
      <GateHistory query={history} />
    </Dialog>
  );
}
