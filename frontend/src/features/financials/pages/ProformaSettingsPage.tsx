import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { FormProvider, useFieldArray, useForm, useFormContext } from 'react-hook-form';
import { ifUnchanged } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import {
  type ProformaSettingsDto,
  updateProformaSettings,
  type UpdateProformaSettingsDto,
} from '@/shared/api/generated';
import { type DecimalRange, readDecimal } from '@/shared/forms/decimals';
import { FormField } from '@/shared/forms/FormField';
import { decimal, type FieldSpec } from '@/shared/forms/specs';
import { changed, textOf } from '@/shared/forms/values';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { IconButton } from '@/shared/ui/IconButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, ErrorState } from '@/shared/ui/States';
import { proformaSettings, useMoneyNews } from '../api';
import { TermFields } from '../components/TermFields';
import { asSaid, asTyped, type StandingField, standingSpecs } from '../terms';

const amountRange: DecimalRange = { min: '0.001', max: '9999999999999', scale: 3 };
const currency: FieldSpec = { label: 'Currency', kind: 'currency', required: 'In which currency?' };
const above = decimal('Above', amountRange, { required: 'Above which amount?' });
const validDays = decimal(
  'A PI holds for',
  { min: '0', max: '365', scale: 0 },
  { end: 'days', hint: 'From the day of its issue; left empty, its last day is left open.' },
);

/** What a new PI begins with, and from which amount on a manager looks at it first. */
export default function ProformaSettingsPage() {
  const { data, error, refetch } = useQuery(proformaSettings);
  return (
    <>
      <PageHeader
        title="Proforma invoices"
        crumbs={[{ label: 'Money', to: paths.money }]}
        description="What a new PI begins with, and when a manager looks at it before it is sent."
      />
      {data ? (
        <SettingsForm key={data.rowVersion} settings={data} />
      ) : error ? (
        <ErrorState title="The settings could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <DetailSkeleton what="the settings" />
      )}
    </>
  );
}

function SettingsForm({ settings }: { settings: ProformaSettingsDto }) {
  const news = useMoneyNews();
  const terms = asTyped(settings.terms);
  const form = useForm({
    defaultValues: {
      terms: textOf<StandingField>(standingSpecs, terms),
      validDays: settings.validDays === null ? '' : String(settings.validDays),
      reviewAbove: settings.reviewAbove,
    },
  });
  const submit = form.handleSubmit(async (values) => {
    const days = readDecimal(values.validDays);
    const body: UpdateProformaSettingsDto = {
      terms: asSaid(changed<StandingField>(standingSpecs, values.terms, terms)),
      validDays: days === null ? null : Number(days),
      reviewAbove: values.reviewAbove.map((each) => ({ ...each, amount: readDecimal(each.amount) ?? each.amount })),
    };
    try {
      const { data } = await updateProformaSettings({ body, headers: ifUnchanged(settings), throwOnError: true });
      news.settings(data);
      notify.success('Saved: the next PI begins with it.');
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  const { isDirty, isSubmitting } = form.formState;
  return (
    <FormProvider {...form}>
      <form className="flex max-w-3xl flex-col gap-5" noValidate onSubmit={(event) => void submit(event)}>
        <Card title="Review before it is sent">
          <p className="mb-4 max-w-prose text-sm text-muted">
            A PI above the amount of its currency is sent once a manager who did not write it has approved it.
          </p>
          <Thresholds />
        </Card>
        <Card title="What a new PI says">
          <div className="mb-4 max-w-80">
            <FormField name="validDays" spec={validDays} />
          </div>
          <TermFields standing prefix="terms." />
        </Card>
        <Button type="submit" variant="primary" className="self-start" busy={isSubmitting} disabled={!isDirty}>
          Save settings
        </Button>
      </form>
    </FormProvider>
  );
}

function Thresholds() {
  const { control } = useFormContext<{ reviewAbove: ProformaSettingsDto['reviewAbove'] }>();
  const { fields, append, remove } = useFieldArray({ control, name: 'reviewAbove' });
  return (
    <div className="flex flex-col gap-3">
      {fields.map(({ id }, index) => (
        <div key={id} className="flex items-start gap-3">
          <FormField name={`reviewAbove.${index}.amount`} spec={above} className="min-w-0 flex-1 sm:max-w-52" />
          <FormField name={`reviewAbove.${index}.currency`} spec={currency} className="w-28" />
          <span className="pt-6">
            <IconButton icon={X} label={`Remove amount ${index + 1}`} onClick={() => remove(index)} />
          </span>
        </div>
      ))}
      <Button size="sm" icon={Plus} className="self-start" onClick={() => append({ amount: '', currency: 'USD' })}>
        Add an amount
      </Button>
    </div>
  );
}
