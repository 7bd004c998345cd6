import type { OrderDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { Select } from '@/shared/ui/Input';
import { useSetStage } from '../api';
import { delivered, type Stage, stages } from '../vocabulary';

/** Set by hand. Leaving Delivered takes the delivery back, so that is said, and can be undone by delivering again. */
export function StageSelect({ order }: { order: OrderDto }) {
  const { mutate, isPending, variables } = useSetStage(order);
  const { currentStage } = order;
  const known = (stages as readonly string[]).includes(currentStage);
  const options = [
    ...(known ? [] : [{ value: currentStage, label: currentStage, disabled: true }]),
    ...stages.map((value) => ({ value, label: value })),
  ];
  return (
    <Select
      aria-label="Stage"
      options={options}
      value={isPending ? variables : currentStage}
      disabled={isPending}
      onChange={({ target }) =>
        mutate(target.value as Stage, {
          onSuccess: () => currentStage === delivered && notify.info('The delivery was taken back.'),
        })
      }
      className="-my-1.5 -ms-2 h-8! border-transparent! bg-transparent! px-2! font-medium shadow-none! hover:border-line-strong!"
    />
  );
}
