import { type FormEvent, useState } from 'react';
import type { OrderDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { useOverride } from '@/shared/gates/override';
import { formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { useDeliver } from '../api';
import { Refusal } from '@/shared/ui/Refusal';

const formId = 'deliver-order';

export function DeliverDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const [day, setDay] = useState(today);
  const { attempt, question } = useOverride();
  const { mutate, isPending, error } = useDeliver(order, attempt);
  const fieldError = error && toProblem(error).errors.deliveredOn?.join(' ');

  const deliver = (event: FormEvent) => {
    event.preventDefault();
    mutate(day, {
      onSuccess: () => {
        notify.success(`${order.orderNumber} is delivered, ${formatDay(day)}.`);
        onClose();
      },
    });
  };

  return (
    <>
      <Dialog
        open
        size="sm"
        onOpenChange={(open) => !open && onClose()}
        title={`Mark ${order.orderNumber} as delivered`}
        description="The order is completed and moves to Done. Choosing another stage later takes this back."
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary" busy={isPending}>
              Mark delivered
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={deliver}>
          <Field label="Delivered on" required error={fieldError ?? undefined}>
            <Input type="date" required value={day} onChange={({ target }) => setDay(target.value)} />
          </Field>
          {!fieldError && <Refusal error={error} />}
        </form>
      </Dialog>
      {question}
    </>
  );
}
