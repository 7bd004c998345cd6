import { useQueries } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FormProvider, useFieldArray, useForm } from 'react-hook-form';
import type { CargoDto, LineDto, ShipmentDto, WriteShipmentLineDto } from '@/shared/api/generated';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { OrderPicker } from '@/shared/forms/OrderPicker';
import { filled, textOf } from '@/shared/forms/values';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { IconButton } from '@/shared/ui/IconButton';
import { linesOfOrder, useWriteLines } from '../../cargo';
import { lineSpecs } from '../../specs';

type LineValues = Record<keyof typeof lineSpecs, string>;

interface LinesDrawerProps {
  cargo: CargoDto;
  shipment: ShipmentDto;
  onClose: () => void;
}

/** Which lines go with a shipment, of its orders and of others, and how much of each. */
export function LinesDrawer({ cargo, shipment, onClose }: LinesDrawerProps) {
  const [orderIds, setOrderIds] = useState(() => shipment.orders.flatMap(({ id }) => id ?? []));
  const [choosing, setChoosing] = useState(false);
  const orderLines = useQueries({ queries: orderIds.map(linesOfOrder) }).flatMap(({ data = [] }) => data);
  const { mutateAsync } = useWriteLines(cargo);
  const form = useForm<{ lines: LineValues[] }>({
    defaultValues: { lines: cargo.lines.map((line) => textOf<keyof LineValues>(lineSpecs, line)) },
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'lines' });
  const options = optionsFor(orderLines, cargo);
  const left = orderLines.filter(({ id }) => !fields.some(({ orderLineId }) => orderLineId === id));
  const submit = form.handleSubmit(async ({ lines }) => {
    try {
      await mutateAsync({ lines: lines.map((line) => filled(lineSpecs, line) as unknown as WriteShipmentLineDto) });
      notify.success(`${plural(lines.length, 'line')} go with ${shipment.awbNumber}.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDrawer
      title={`What goes with ${shipment.awbNumber}`}
      description="The commercial invoice is written from these lines, and the packing list has to tie to them."
      dirty={form.formState.isDirty}
      busy={form.formState.isSubmitting}
      saveLabel="Save lines"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <ol className="@container flex flex-col gap-4">
          {fields.map((field, at) => (
            <li key={field.id} className="grid items-start gap-3 rounded-xl border border-line p-3 @md:grid-cols-6">
              <FormField
                name={`lines.${at}.orderLineId`}
                spec={{ ...lineSpecs.orderLineId, options, label: `Line ${at + 1}` }}
                className="@md:col-span-6"
              />
              <FormField name={`lines.${at}.quantity`} spec={lineSpecs.quantity} className="@md:col-span-2" />
              <FormField name={`lines.${at}.unit`} spec={lineSpecs.unit} className="@md:col-span-2" />
              <FormField name={`lines.${at}.unitPrice`} spec={lineSpecs.unitPrice} className="@md:col-span-2" />
              <FormField name={`lines.${at}.description`} spec={lineSpecs.description} className="@md:col-span-6" />
              <div className="flex justify-end @md:col-span-6">
                <IconButton icon={Trash2} size="sm" label={`Leave line ${at + 1} out`} onClick={() => remove(at)} />
              </div>
            </li>
          ))}
        </ol>
        <div className="mt-4 flex flex-wrap gap-2">
          <Button size="sm" icon={Plus} onClick={() => append(textOf(lineSpecs, { unit: orderLines[0]?.unit }))}>
            Add a line
          </Button>
          {left.length > 0 && (
            <Button size="sm" onClick={() => append(left.map(wholeLine), { shouldFocus: false })}>
              {fields.length
                ? `Add the other ${left.length}`
                : `All ${left.length} lines of the ${orderIds.length > 1 ? 'orders' : 'order'}`}
            </Button>
          )}
          <Button size="sm" variant="quiet" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            Lines of another order
          </Button>
        </div>
        {choosing && (
          <Field label="Another order" hint="Its lines can be chosen then, above." className="mt-3">
            <OrderPicker
              ref={focusOn}
              value={null}
              onChange={(order) => {
                if (!order) return;
                setOrderIds((ids) => [...new Set([...ids, order.value])]);
                setChoosing(false);
              }}
            />
          </Field>
        )}
        {form.formState.errors.lines?.message && (
          <p role="alert" className="mt-3 text-[0.8125rem] text-bad">
            {form.formState.errors.lines.message}
          </p>
        )}
      </FormProvider>
    </FormDrawer>
  );
}

/** Also brings it into sight, below a long list. */
const focusOn = (input: HTMLInputElement | null) => input?.focus();

const wholeLine = ({ id, quantity, unit }: LineDto): LineValues =>
  textOf(lineSpecs, { orderLineId: id, quantity, unit });

/** Of the orders, and what goes already although its line lies in the trash; of several orders each with its number. */
function optionsFor(orderLines: readonly (LineDto & { orderNumber: string })[], { lines }: CargoDto) {
  const known = orderLines.map(({ id, label, orderNumber }) => ({ value: id, label, orderNumber }));
  const others = lines.filter(({ orderLineId }) => !known.some(({ value }) => value === orderLineId));
  const all = [...known, ...others.map(({ orderLineId, ...line }) => ({ ...line, value: orderLineId }))];
  const several = new Set(all.map(({ orderNumber }) => orderNumber)).size > 1;
  return all.map(({ value, label, orderNumber }) => ({ value, label: several ? `${orderNumber} · ${label}` : label }));
}
