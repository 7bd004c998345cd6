import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { OrderDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { plural, sentenceCase } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Input';
import { colleagues } from '@/shared/api/colleagues';
import { useAssign } from '../api';
import { Refusal } from '@/shared/ui/Refusal';

const formId = 'hand-over-order';

interface HandOverDialogProps {
  /** At least one. */
  orders: readonly Pick<OrderDto, 'id' | 'orderNumber' | 'merchandiser'>[];
  onClose: () => void;
  /** @param leaves whether they are out of the person's sight now */
  onDone: (leaves: boolean) => Promise<void> | void;
}

/** Hands orders over to a colleague: all of them, or none. */
export function HandOverDialog({ orders, onClose, onDone }: HandOverDialogProps) {
  const actor = useActor();
  const people = useQuery(colleagues());
  const [to, setTo] = useState('');
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, error } = useAssign(orders.map(({ id }) => id));
  const leaves = actor.role === 'merchandiser';
  const [first] = orders;
  const what = orders.length === 1 ? (first?.orderNumber ?? '') : plural(orders.length, 'order');
  const owners = new Set(orders.map(({ merchandiser }) => merchandiser?.id));
  const choices = (people.data ?? []).filter(({ id }) => owners.size > 1 || !owners.has(id));
  const chosen = choices.find(({ id }) => id === to);

  const handOver = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!chosen);
    if (!chosen) return;
    mutate(chosen.id, {
      onSuccess: async () => {
        notify.success(`${what} ${orders.length === 1 ? 'is' : 'are'} ${chosen.fullName}’s now.`);
        onClose();
        await onDone(leaves);
      },
    });
  };

  const fieldError = missing
    ? `Choose who takes ${orders.length === 1 ? 'it' : 'them'} over.`
    : error && toProblem(error).errors.merchandiserId?.join(' ');
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={`Hand ${what} over`}
      description={
        leaves
          ? `${orders.length === 1 ? 'It leaves' : 'They leave'} your list at once, with samples, papers and history. A manager can give back what is handed over.`
          : orders.length === 1
            ? `It leaves ${first?.merchandiser?.fullName ?? 'nobody'}’s list at once, with everything under it.`
            : 'They leave the lists they are on at once, with everything under them. All are handed over, or none.'
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={isPending}>
            Hand over
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={handOver}>
        <Field label="To" required error={fieldError ?? undefined}>
          <Select
            value={to}
            onChange={({ target }) => setTo(target.value)}
            placeholder={people.isPending ? 'Loading the people…' : 'Choose a colleague'}
            options={choices.map(({ id, fullName, role }) => ({
              value: id,
              label: `${fullName} (${sentenceCase(role).toLowerCase()})`,
            }))}
          />
        </Field>
        {!fieldError && <Refusal error={error ?? people.error} />}
      </form>
    </Dialog>
  );
}
