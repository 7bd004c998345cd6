import { Check, Undo2, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { DeletionRequestDto } from '../api/generated';
import { FormDialog } from '../forms/FormDialog';
import { notify } from '../lib/notify';
import { Badge, type Tone } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Textarea } from '../ui/Input';
import { type DeletionAnswer as Answer, useAnswerDeletion } from './api';

const looks: Record<DeletionRequestDto['status'], { label: string; tone: Tone }> = {
  pending: { label: 'Waits for an answer', tone: 'warn' },
  approved: { label: 'Approved', tone: 'good' },
  declined: { label: 'Declined', tone: 'bad' },
  withdrawn: { label: 'Withdrawn', tone: 'calm' },
};

export function DeletionStatusBadge({ request: { status } }: { request: DeletionRequestDto }) {
  return <Badge tone={looks[status].tone}>{looks[status].label}</Badge>;
}

/** The buttons of who may answer, or withdraw; for all others where the request stands. */
export function DeletionAnswer({ request }: { request: DeletionRequestDto }) {
  const [asking, setAsking] = useState<Answer | null>(null);
  if (!request.mayAnswer && !request.mayWithdraw) return <DeletionStatusBadge request={request} />;
  return (
    <span className="flex flex-wrap items-center gap-2">
      {request.mayAnswer && (
        <>
          <Button size="sm" variant="danger" icon={Check} onClick={() => setAsking('approve')}>
            Delete it
          </Button>
          <Button size="sm" icon={X} onClick={() => setAsking('decline')}>
            Decline
          </Button>
        </>
      )}
      {request.mayWithdraw && (
        <Button size="sm" icon={Undo2} onClick={() => setAsking('withdraw')}>
          Withdraw
        </Button>
      )}
      {asking && <AnswerDialog request={request} answer={asking} onClose={() => setAsking(null)} />}
    </span>
  );
}

interface AnswerDialogProps {
  request: DeletionRequestDto;
  answer: Answer;
  onClose: () => void;
}

function AnswerDialog({ request, answer, onClose }: AnswerDialogProps) {
  const [note, setNote] = useState('');
  const { mutate, isPending, error } = useAnswerDeletion(request);
  const { orderNumber } = request;
  const requester = request.requester?.fullName ?? 'Who asked';
  const words = {
    approve: {
      title: `Delete order ${orderNumber}?`,
      description: `It goes to the trash for 30 days with everything under it. ${requester} hears of it.`,
      save: 'Delete order',
      done: `${orderNumber} is in the trash.`,
    },
    decline: {
      title: `Keep order ${orderNumber}?`,
      description: `The order stays. ${requester} hears of it.`,
      save: 'Decline',
      done: `${orderNumber} stays.`,
    },
    withdraw: {
      title: `Withdraw the request for ${orderNumber}?`,
      description: 'The order stays, and nobody needs to answer any more.',
      save: 'Withdraw',
      done: `Nobody is asked to delete ${orderNumber} any more.`,
    },
  }[answer];
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    mutate(
      { answer, note },
      {
        onSuccess: () => {
          notify.success(words.done);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={words.title}
      description={words.description}
      busy={isPending}
      saveLabel={words.save}
      danger={answer === 'approve'}
      refusal={error}
      onSave={save}
      onClose={onClose}
    >
      {answer !== 'withdraw' && (
        <Field label="Note" hint={`For ${requester}.`} className="sm:col-span-2">
          <Textarea rows={3} maxLength={1000} value={note} onChange={({ target }) => setNote(target.value)} />
        </Field>
      )}
    </FormDialog>
  );
}
