import { type ChangeEvent, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import {
  type CreateSupplierDeliveriesDto,
  type LineDto,
  type OrderDto,
  recordSupplierDeliveries,
  type SupplierDeliveryDto,
} from '@/shared/api/generated';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { applyFieldErrors, reportProblem, toProblem } from '@/shared/api/errors';
import { readDecimal } from '@/shared/forms/decimals';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Input';
import { plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { Quantity } from '@/shared/ui/Values';
import { useDeliveryNews } from '../api';
import { cameValues, deliverySpecs, type CameValues } from '../specs';
import { kindOptions, linesOf, verdicts } from '../vocabulary';

interface RecordValues {
  kind: SupplierDeliveryDto['kind'];
  deliveryDate: string;
  challanNumber: string;
  came: Record<string, CameValues>;
}

const optional = { ...deliverySpecs.deliveredQuantity, required: undefined, placeholder: 'How much' };

/** What came on one day with one challan, for as many lines as it holds. Lines that are left empty got nothing. */
export function RecordDrawer({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const news = useDeliveryNews();
  const [key, setKey] = useState(newIdempotencyKey);
  const [empty, setEmpty] = useState(false);
  const lines = linesOf(order);
  const form = useForm<RecordValues>({
    defaultValues: { kind: 'goods', deliveryDate: today(), challanNumber: '', came: cameValues(lines) },
  });
  const { isDirty, isSubmitting } = form.formState;
  const yarn = useWatch({ control: form.control, name: 'kind' }) === 'yarn';
  const weighYarn = ({ target }: ChangeEvent<HTMLSelectElement>) => {
    for (const { id, unit } of lines) form.setValue(`came.${id}.unit`, target.value === 'yarn' ? 'kg' : unit);
  };

  const submit = form.handleSubmit(async (values) => {
    const body = bodyOf(values, lines);
    setEmpty(body.lines.length === 0);
    if (body.lines.length === 0) return;
    try {
      await recordSupplierDeliveries({ path: { id: order.id }, body, headers: once(key), throwOnError: true });
      notify.success(`What came of ${plural(body.lines.length, 'line')} is recorded.`);
      onClose();
      await news();
    } catch (error) {
      setKey(newIdempotencyKey); // what is sent next is another body
      const problem = toProblem(error);
      const strays = applyFieldErrors(form, { ...problem, errors: atTheirLines(problem.errors, body) });
      if (Object.keys(problem.errors).length === 0 || strays.length > 0) reportProblem(error);
    }
  });

  return (
    <FormDrawer
      title={`Record a delivery of ${order.orderNumber}`}
      description="One day and one challan, for as many lines as came."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Record delivery"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <div className="@container">
          <div className="grid gap-4 @md:grid-cols-3">
            <Field label={deliverySpecs.kind.label}>
              <Select {...form.register('kind', { onChange: weighYarn })} options={kindOptions} />
            </Field>
            <FormField name="deliveryDate" spec={deliverySpecs.deliveryDate} />
            <FormField name="challanNumber" spec={deliverySpecs.challanNumber} />
          </div>
          {empty && (
            <p role="alert" className="mt-4 rounded-lg bg-bad-tint px-3 py-2 text-sm text-bad">
              Enter what came of at least one line.
            </p>
          )}
          <ul className="mt-5 divide-y divide-line border-y border-line">
            {lines.map((line) => (
              <li
                key={line.id}
                className="grid gap-3 py-3.5 @xl:grid-cols-[minmax(0,1fr)_9rem_6rem_6rem] @xl:items-start"
              >
                <div className="min-w-0 @xl:pt-1">
                  <p className="break-words text-sm font-medium">{line.label}</p>
                  <p className="text-[0.8125rem] text-muted">
                    {yarn ? <YarnNeed line={line} /> : <Came line={line} />}
                  </p>
                </div>
                <div className="grid grid-cols-3 gap-3 @xl:contents">
                  <FormField
                    name={`came.${line.id}.deliveredQuantity`}
                    spec={optional}
                    label={`Delivered of ${line.label}`}
                    hideLabel
                  />
                  <FormField
                    name={`came.${line.id}.unit`}
                    spec={deliverySpecs.unit}
                    label={`Unit of ${line.label}`}
                    hideLabel
                  />
                  <FormField
                    name={`came.${line.id}.rollCount`}
                    spec={{ ...deliverySpecs.rollCount, placeholder: 'Rolls' }}
                    label={`Rolls of ${line.label}`}
                    hideLabel
                  />
                </div>
              </li>
            ))}
          </ul>
        </div>
      </FormProvider>
    </FormDrawer>
  );
}

const Came = ({ line: { delivery, quantity, unit } }: { line: LineDto }) => (
  <>
    <Quantity quantity={delivery.totalDeliveredQuantity} unit={unit} /> of <Quantity quantity={quantity} unit={unit} />,{' '}
    {verdicts[delivery.verdict].word.toLowerCase()}
  </>
);

const YarnNeed = ({ line: { yarnRequired } }: { line: LineDto }) =>
  yarnRequired ? (
    <>
      Needs <Quantity quantity={yarnRequired} unit="kg" /> of yarn
    </>
  ) : (
    'Nobody said how much yarn it needs'
  );

function bodyOf(
  { kind, deliveryDate, challanNumber, came }: RecordValues,
  lines: readonly LineDto[],
): CreateSupplierDeliveriesDto {
  return {
    kind,
    deliveryDate,
    ...(challanNumber.trim() ? { challanNumber: challanNumber.trim() } : {}),
    lines: lines.flatMap(({ id }) => {
      const { deliveredQuantity = '', unit = '', rollCount = '' } = came[id] ?? {};
      const quantity = readDecimal(deliveredQuantity);
      if (quantity === null) return [];
      const rolls = readDecimal(rollCount);
      return [
        {
          orderLineId: id,
          deliveredQuantity: quantity,
          unit: unit as LineDto['unit'],
          ...(rolls === null ? {} : { rollCount: Number(rolls) }),
        },
      ];
    }),
  };
}

/** `lines.0.deliveredQuantity` → `came.<id of that line>.deliveredQuantity` */
function atTheirLines(errors: Record<string, string[]>, body: CreateSupplierDeliveriesDto): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, sentences]) => [
      field.replace(/^lines\.(\d+)\./, (_, at: string) => `came.${body.lines[Number(at)]?.orderLineId ?? ''}.`),
      sentences,
    ]),
  );
}
