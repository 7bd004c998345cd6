import { type FormEvent, useState } from 'react';
import { FormDialog } from '../forms/FormDialog';
import { notify } from '../lib/notify';
import { Field } from '../ui/Field';
import { Textarea } from '../ui/Input';
import { useAskForDeletion } from './api';

interface AskDeletionDialogProps {
  order: { id: string; orderNumber: string; createdBy?: { fullName: string } | null };
  onClose: () => void;
}

/** For who may not delete an order: asks who made it. */
export function AskDeletionDialog({ order, onClose }: AskDeletionDialogProps) {
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useAskForDeletion(order.id);
  const maker = order.createdBy?.fullName ?? 'a manager';
  const ask = (event?: FormEvent) => {
    event?.preventDefault();
    mutate(reason, {
      onSuccess: ({ approver }) => {
        notify.success(`${approver?.fullName ?? 'The managers'} will be asked to delete ${order.orderNumber}.`);
        onClose();
      },
    });
  };
  return (
    <FormDialog
      title={`Ask for ${order.orderNumber} to be deleted`}
      description={`Only ${maker} or an admin may delete this order. They are asked, and you hear what they say; until then it stays.`}
      busy={isPending}
      saveLabel="Ask"
      refusal={error}
      onSave={ask}
      onClose={onClose}
    >
      <Field label="Why" hint="So that they can decide without asking you." className="sm:col-span-2">
        <Textarea rows={3} maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </FormDialog>
  );
}
