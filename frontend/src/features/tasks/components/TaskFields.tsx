import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { colleagues } from '@/shared/api/colleagues';
import type { LineDto, OrderDto, PersonDto } from '@/shared/api/generated';
import { FormField } from '@/shared/forms/FormField';
import { useActor } from '@/shared/session';
import { seesOrder } from '@/shared/talk/mentions';
import type { Option } from '@/shared/ui/Input';
import { placeSpecs, taskSpecs, type TaskValues } from '../specs';

interface TaskFieldsProps {
  /** Undefined while it is not chosen, and where it is not theirs to see. */
  order: OrderDto | undefined;
  /** Who is to do it now: can be shown before all colleagues are known. */
  doer: PersonDto | null;
  children?: ReactNode;
}

/** Within a `FormProvider` of `TaskValues`. */
export function TaskFields({ order, doer: present, children }: TaskFieldsProps) {
  const me = useActor();
  const { data: people } = useQuery(colleagues());
  const [assignedToId, orderLineId, gate] = useWatch<TaskValues, ['assignedToId', 'orderLineId', 'closesWithGate']>({
    name: ['assignedToId', 'orderLineId', 'closesWithGate'],
  });
  const lines = order?.styles.flatMap((style) => style.lines) ?? [];
  const line = lines.find(({ id }) => id === orderLineId);
  const doer = people?.find(({ id }) => id === assignedToId);
  const stranger = order && doer && !seesOrder(doer, order.merchandiser?.id ?? null);
  const peopleOptions: Option[] = (people ?? (present ? [present] : [])).map(({ id, fullName }) => ({
    value: id,
    label: id === me.id ? `${fullName} (you)` : fullName,
  }));

  return (
    <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
      <FormField name="title" spec={taskSpecs.title} className="sm:col-span-full" />
      {children}
      <FormField
        key={people ? 'all' : 'present'} // a select keeps only a value that it has among its options
        name="assignedToId"
        spec={{
          ...placeSpecs.assignedToId,
          options: peopleOptions,
          hint: stranger
            ? `${doer.fullName} does not see this order: they learn its number and this task, nothing else.`
            : undefined,
        }}
      />
      <FormField name="priority" spec={taskSpecs.priority} />
      <FormField name="dueDate" spec={taskSpecs.dueDate} />
      {lines.length > 0 && (
        <FormField
          name="orderLineId"
          spec={{ ...placeSpecs.orderLineId, options: lines.map(({ id, label }) => ({ value: id, label })) }}
        />
      )}
      {line && (
        <FormField
          name="closesWithGate"
          spec={{
            ...placeSpecs.closesWithGate,
            options: gateOptions(line, gate),
            hint: 'Then nobody needs to tick it off.',
          }}
        />
      )}
      <FormField name="description" spec={taskSpecs.description} className="sm:col-span-full" />
    </div>
  );
}

/** The gates of the line that are not approved yet, and the one that was chosen. */
function gateOptions({ gates }: LineDto, chosen: string): Option[] {
  return gates
    .filter(({ key, status }) => key === chosen || status !== 'approved')
    .map(({ key, name }) => ({ value: key, label: name }));
}
