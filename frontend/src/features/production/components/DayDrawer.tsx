import { useQuery } from '@tanstack/react-query';
import { Info } from 'lucide-react';
import { useEffect, useState } from 'react';
import { FormProvider, useForm, useFormContext } from 'react-hook-form';
import type { ProductionMetricDto } from '@/shared/api/generated';
import { reportFormProblem } from '@/shared/api/errors';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { formatDay, formatQuantity } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { daysOfOrder } from '../api';
import { useSaveDay } from '../save-day';
import { dayChanges, daySpecs, dayValues, emptyDay, type Ground, lastOf } from '../specs';
import { type OutputField, stages } from '../vocabulary';

interface DayDrawerProps {
  order: { id: string; orderNumber: string };
  /** To change this day; without one a day is entered. */
  metric?: ProductionMetricDto;
  onClose: () => void;
}

/** What was knitted, dyed and finished on a day. */
export function DayDrawer({ order, metric, onClose }: DayDrawerProps) {
  const { data, isPending } = useQuery(daysOfOrder(order.id));
  const [date, setDate] = useState(today);
  const days = data?.results ?? [];
  if (metric) return <DayForm order={order} ground={metric} days={days} moves onClose={onClose} />;
  if (isPending) return null;
  const ground = days.find((day) => day.date === date) ?? emptyDay(days[0]?.unit, date);
  return <DayForm order={order} ground={ground} days={days} onDate={setDate} onClose={onClose} />;
}

interface DayFormProps {
  order: DayDrawerProps['order'];
  /** What the chosen day holds so far; an order has one row a day. */
  ground: Ground;
  days: readonly ProductionMetricDto[];
  /** Another day moves the row there, instead of choosing another row. */
  moves?: boolean;
  onDate?: (date: string) => void;
  onClose: () => void;
}

function DayForm({ order, ground, days, moves = false, onDate, onClose }: DayFormProps) {
  // Where another day holds figures already, they come in; what was typed stays.
  const form = useForm({ values: dayValues(ground), resetOptions: { keepDirtyValues: true } });
  const { errors, isDirty } = form.formState;

  const { save, busy, clash, resolve, question } = useSaveDay({
    orderId: order.id,
    ground,
    onSaved: (saved) => {
      notify.success(`The output of ${order.orderNumber} on ${formatDay(saved.date)} is saved.`);
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });

  const submit = form.handleSubmit(async (values) => {
    const body = dayChanges(values, ground);
    if (Object.keys(body).length > 0) await save(body, ground);
    else if (ground.id) onClose();
    else
      form.setError('knittedQuantity', { message: 'Enter what was knitted, dyed or finished.' }, { shouldFocus: true });
  });

  return (
    <>
      <FormDrawer
        title={
          moves ? `Output of ${order.orderNumber} on ${formatDay(ground.date)}` : `Enter output of ${order.orderNumber}`
        }
        description="One day, all three stages in one unit. Enter saves."
        dirty={isDirty}
        busy={busy}
        saveLabel="Save output"
        onSave={(event) => void submit(event)}
        onClose={onClose}
      >
        <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
        <FormProvider {...form}>
          <FocusOn name="knittedQuantity" />
          <div className="@container">
            <div className="grid gap-4 @md:grid-cols-6">
              <Field label="Day" required error={errors.date?.message} className="@md:col-span-3">
                <Input
                  type="date"
                  max={today()}
                  {...form.register('date', {
                    required: daySpecs.date.required,
                    onChange: (event: { target: { value: string } }) => onDate?.(event.target.value),
                  })}
                />
              </Field>
              <FormField name="unit" spec={daySpecs.unit} className="@md:col-span-3" />
              {ground.id && !moves && <AlreadyThere date={ground.date} />}
              {stages.map(({ field }) => (
                <FormField
                  key={field}
                  name={field}
                  spec={{ ...daySpecs[field], hint: lastHint(days, field, ground) }}
                  className="@md:col-span-2"
                />
              ))}
              <FormField name="notes" spec={daySpecs.notes} className="@md:col-span-6" />
            </div>
          </div>
        </FormProvider>
      </FormDrawer>
      {question}
    </>
  );
}

/** Within the drawer, whose content comes later than the form: the first figure is where the hands go. */
function FocusOn({ name }: { name: OutputField }) {
  const { setFocus } = useFormContext();
  useEffect(() => setFocus(name), [setFocus, name]);
  return null;
}

function AlreadyThere({ date }: { date: string }) {
  return (
    <p
      role="status"
      className="flex items-start gap-2 rounded-lg bg-info-tint px-3 py-2.5 text-sm text-info @md:col-span-6"
    >
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      {formatDay(date)} has output already. These are its figures; saving changes them.
    </p>
  );
}

/** What another day gave: a slip by a factor of ten is seen at once. */
function lastHint(days: readonly ProductionMetricDto[], field: OutputField, { date }: Ground) {
  const last = lastOf(
    days.filter((day) => day.date < date),
    field,
  );
  return last && `Last ${formatQuantity(last[field], last.unit)} on ${formatDay(last.date)}`;
}
