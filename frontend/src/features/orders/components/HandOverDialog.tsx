import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { OrderDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { sentenceCase } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Input';
import { colleagues } from '@/shared/api/colleagues';
import { useAssign, useOrderNews } from '../api';
import { Refusal } from '@/shared/ui/Refusal';

const formId = 'hand-over-order';

export function HandOverDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const navigate = useNavigate();
  const actor = useActor();
  const news = useOrderNews();
  const people = useQuery(colleagues());
  const [to, setTo] = useState('');
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, error } = useAssign(order);
  const leaves = actor.role === 'merchandiser';
  const choices = (people.data ?? []).filter(({ id }) => id !== order.merchandiser?.id);
  const chosen = choices.find(({ id }) => id === to);

  const handOver = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!chosen);
    if (!chosen) return;
    mutate(chosen.id, {
      onSuccess: async () => {
        notify.success(`${order.orderNumber} is ${chosen.fullName}’s now.`);
        if (leaves) await navigate({ to: paths.orders });
        else onClose();
        if (leaves) news.gone(order.id);
        else await news.of(order.id);
      },
    });
  };

  const fieldError = missing ? 'Choose who takes it over.' : error && toProblem(error).errors.merchandiserId?.join(' ');
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={`Hand ${order.orderNumber} over`}
      description={
        leaves
          ? 'It leaves your list at once, with its samples, papers and history. A manager can give it back.'
          : `It leaves ${order.merchandiser?.fullName ?? 'nobody'}’s list at once, with everything under it.`
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
