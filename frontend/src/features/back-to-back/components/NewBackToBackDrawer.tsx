import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import {
  type BackToBackPreviewDto,
  listLettersOfCredit,
  recordBackToBack,
  type RecordBackToBackDto,
} from '@/shared/api/generated';
import { readDecimal } from '@/shared/forms/decimals';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { filled, textOf } from '@/shared/forms/values';
import { formatDay } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { useSettled } from '@/shared/lib/settled';
import { Combobox } from '@/shared/ui/Combobox';
import { Field } from '@/shared/ui/Field';
import type { Option } from '@/shared/ui/Input';
import { preview, useBackToBackNews } from '../api';
import { type BackToBackField, backToBackSpecs, firstFields } from '../specs';
import { Limit } from './Limit';

interface NewBackToBackDrawerProps {
  /** On this LC; without one the form asks. */
  on?: Option;
  onClose: () => void;
}

/** Opens an LC to a mill, and says while one types what that leaves and when it matures. */
export function NewBackToBackDrawer({ on, onClose }: NewBackToBackDrawerProps) {
  const news = useBackToBackNews();
  const [key] = useState(newIdempotencyKey);
  const [chosen, choose] = useState<Option | null>(on ?? null);
  const form = useForm({
    defaultValues: textOf<BackToBackField>(backToBackSpecs, { usanceFrom: 'acceptance', usanceDays: '120' }),
  });
  const values = useSettled(useWatch({ control: form.control }), 300);
  const { isDirty, isSubmitting } = form.formState;
  const body = sentOf(values as Record<BackToBackField, string>);
  const { data: would } = useQuery({
    ...preview(chosen?.value ?? '', { ...body, millName: body.millName || '–' }),
    enabled: chosen !== null && readDecimal(body.amount ?? '') !== null && Number.isInteger(body.usanceDays),
  });

  const submit = form.handleSubmit(async (typed) => {
    if (!chosen) return;
    try {
      const path = { id: chosen.value };
      const { data } = await recordBackToBack({ path, body: sentOf(typed), headers: once(key), throwOnError: true });
      news();
      notify.success(`${data.creditNumber} to ${data.millName} is recorded.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDrawer
      title="New back-to-back LC"
      description="Opened to a mill on the strength of the buyer’s LC. Nothing is kept before you save."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Record back-to-back LC"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Master LC"
            required
            error={form.formState.isSubmitted && !chosen ? 'On which LC?' : undefined}
            className="sm:col-span-full"
          >
            <Combobox
              value={chosen}
              onChange={choose}
              queryKey={['letters-of-credit', 'options']}
              placeholder="LC number, PO number or customer"
              search={async (search, signal) => {
                const query = { pageSize: 20, ...(search ? { search } : {}) };
                const { data } = await listLettersOfCredit({ query, signal, throwOnError: true });
                return data.results.map(({ id, lcNumber, orderNumber }) => ({
                  value: id,
                  label: `${lcNumber} · ${orderNumber}`,
                }));
              }}
            />
          </Field>
          {firstFields.map((field) => (
            <FormField
              key={field}
              name={field}
              spec={backToBackSpecs[field]}
              className={field === 'notes' || field === 'exceptionReason' ? 'sm:col-span-full' : undefined}
            />
          ))}
        </div>
        {chosen && would && <WhatIf of={would} />}
      </FormProvider>
    </FormDrawer>
  );
}

function WhatIf({ of }: { of: BackToBackPreviewDto }) {
  return (
    <section aria-label="What it would come to" className="mt-6 rounded-xl border border-line bg-sunken p-4">
      <h3 className="mb-3 text-sm font-semibold">With it</h3>
      <Limit of={of} />
      <div role="status">
        <ul className="mt-3 flex flex-col gap-1 text-sm">
          {of.dueOn && (
            <li>
              Matures on {formatDay(of.dueOn)}
              {of.dueExpected && ', as expected'}.
            </li>
          )}
          {of.breaches.map((sentence) => (
            <li key={sentence} className="font-medium text-bad">
              {sentence}
            </li>
          ))}
          {of.remarks.map((sentence) => (
            <li key={sentence} className="text-muted">
              {sentence}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** As the API takes it: the days as a number. */
function sentOf(values: Record<BackToBackField, string>): RecordBackToBackDto {
  const { usanceDays, ...body } = filled(backToBackSpecs, values) as Record<string, string>;
  return { ...body, usanceDays: usanceDays === undefined ? NaN : Number(usanceDays) } as unknown as RecordBackToBackDto;
}
