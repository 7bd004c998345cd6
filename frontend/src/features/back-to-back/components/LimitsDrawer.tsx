import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { ifUnchanged, newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem, reportProblem } from '@/shared/api/errors';
import {
  type BackToBackRuleDto,
  deleteBackToBackRule,
  recordBackToBackRule,
  type RecordBackToBackRuleDto,
} from '@/shared/api/generated';
import { FormField } from '@/shared/forms/FormField';
import { filled, textOf } from '@/shared/forms/values';
import { useCan } from '@/shared/lib/can';
import { formatDay, formatDecimal } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Drawer } from '@/shared/ui/Drawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ErrorState } from '@/shared/ui/States';
import { limits, useBackToBackNews } from '../api';
import { limitSpecs } from '../specs';

type LimitField = keyof typeof limitSpecs;

/** What may be opened on a master, from which day on. Managers record it. */
export function LimitsDrawer({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery(limits);
  const may = useCan()('back_to_back_rule.write');
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title="Limits of back-to-back LCs"
      description="What was opened keeps the limit of its day. Circulars change: look them up with your bank."
    >
      {may && <NewLimit />}
      {error && !data && (
        <ErrorState title="The limits could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {data?.results.length === 0 && <p className="text-sm text-muted">No limit is recorded yet.</p>}
      <ul className="flex flex-col divide-y divide-line">
        {data?.results.map((limit) => (
          <LimitRow key={limit.id} limit={limit} may={may} />
        ))}
      </ul>
    </Drawer>
  );
}

function NewLimit() {
  const news = useBackToBackNews();
  const [key, setKey] = useState(newIdempotencyKey);
  const form = useForm({ defaultValues: textOf<LimitField>(limitSpecs, { validFrom: today() }) });
  const submit = form.handleSubmit(async (values) => {
    try {
      const { maxUsanceDays, ...body } = filled(limitSpecs, values) as Record<LimitField, string>;
      const sent: RecordBackToBackRuleDto = { ...body, maxUsanceDays: Number(maxUsanceDays) };
      await recordBackToBackRule({ body: sent, headers: once(key), throwOnError: true });
      setKey(newIdempotencyKey());
      form.reset();
      news();
      notify.success('The limit is recorded.');
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormProvider {...form}>
      <form
        aria-label="New limit"
        onSubmit={(event) => void submit(event)}
        className="mb-6 grid gap-4 border-b border-line pb-6 sm:grid-cols-2"
      >
        {(Object.keys(limitSpecs) as LimitField[]).map((field) => (
          <FormField key={field} name={field} spec={limitSpecs[field]} />
        ))}
        <Button type="submit" variant="primary" disabled={form.formState.isSubmitting} className="justify-self-start">
          Record limit
        </Button>
      </form>
    </FormProvider>
  );
}

function LimitRow({ limit, may }: { limit: BackToBackRuleDto; may: boolean }) {
  const news = useBackToBackNews();
  const remove = async () => {
    try {
      await deleteBackToBackRule({ path: { id: limit.id }, headers: ifUnchanged(limit), throwOnError: true });
      news();
      notify.success('The limit is deleted.');
    } catch (error) {
      reportProblem(error);
    }
  };
  return (
    <li className="flex items-center justify-between gap-3 py-3">
      <p className="min-w-0 text-sm">
        <span className="tabular-nums">
          {formatDecimal(limit.limitPercent)} % of net FOB, {limit.maxUsanceDays} days
        </span>
        <span className="block break-words text-[0.8125rem] text-muted">
          from {formatDay(limit.validFrom)}, {limit.source}
        </span>
      </p>
      {may && (
        <IconButton
          icon={Trash2}
          size="sm"
          label={`Delete the limit from ${formatDay(limit.validFrom)}`}
          className="text-muted"
          onClick={() => void remove()}
        />
      )}
    </li>
  );
}
