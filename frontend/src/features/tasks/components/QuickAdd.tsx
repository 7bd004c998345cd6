import { useMutation } from '@tanstack/react-query';
import { Plus, SlidersHorizontal } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { createTask, type OrderDto } from '@/shared/api/generated';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { IconButton } from '@/shared/ui/IconButton';
import { Input } from '@/shared/ui/Input';
import { useTaskNews } from '@/shared/talk/tick';
import { NewTaskDrawer } from './TaskDrawers';

/** One line for a task of one's own on this order; the drawer for who, when, and which gate. */
export function QuickAdd({ order }: { order: OrderDto }) {
  const [title, setTitle] = useState('');
  const [key, setKey] = useState(newIdempotencyKey);
  const [inFull, setInFull] = useState(false);
  const news = useTaskNews();
  const { mutate, isPending } = useMutation({
    mutationFn: (typed: string) =>
      createTask({ body: { orderId: order.id, title: typed }, headers: once(key), throwOnError: true }),
    onSuccess: async () => {
      setTitle('');
      setKey(newIdempotencyKey());
      await news();
    },
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim()) mutate(title.trim());
  };
  return (
    <>
      <form onSubmit={add} className="flex items-start gap-2">
        <Field label="New task for you" hideLabel className="flex-1">
          <Input
            value={title}
            maxLength={255}
            placeholder="New task for you"
            autoComplete="off"
            onChange={({ target }) => setTitle(target.value)}
          />
        </Field>
        {title.trim() ? (
          <Button type="submit" icon={Plus} busy={isPending}>
            Add
          </Button>
        ) : (
          <IconButton
            icon={SlidersHorizontal}
            variant="secondary"
            label="New task with day, person and gate"
            onClick={() => setInFull(true)}
          />
        )}
      </form>
      {inFull && <NewTaskDrawer order={order} onClose={() => setInFull(false)} />}
    </>
  );
}
