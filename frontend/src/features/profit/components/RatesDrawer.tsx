import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { ifUnchanged, newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem, reportProblem } from '@/shared/api/errors';
import {
  deleteExchangeRate,
  type ExchangeRateDto,
  recordExchangeRate,
  type RecordExchangeRateDto,
} from '@/shared/api/generated';
import { FormField } from '@/shared/forms/FormField';
import { currencyOptions } from '@/shared/forms/options';
import { choice, day, decimal, text } from '@/shared/forms/specs';
import { filled } from '@/shared/forms/values';
import { useCan } from '@/shared/lib/can';
import { formatDay, formatDecimal } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Drawer } from '@/shared/ui/Drawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ErrorState } from '@/shared/ui/States';
import { exchangeRates, useRateNews } from '../api';

const specs = {
  fromCurrency: choice('One', currencyOptions(''), { required: 'Choose the currency.' }),
  rate: decimal('is', { min: '0.00000001', max: '9999999999', scale: 8 }, { required: 'How many?' }),
  toCurrency: choice('of', currencyOptions(''), { required: 'Choose the other currency.' }),
  ratedOn: { ...day('On'), required: 'Say of which day.' },
  source: text('Read at', 100, { required: 'Say where it was read.', placeholder: 'Bangladesh Bank' }),
};

/** The rates that totals are told by: dated, with who says so. Managers record them. */
export function RatesDrawer({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery(exchangeRates);
  const may = useCan()('exchange_rate.write');
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title="Exchange rates"
      description="Totals are told by the last rate of each pair. What is stored never changes by them."
    >
      {may && <NewRate />}
      {error && !data && (
        <ErrorState title="The rates could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {data?.results.length === 0 && <p className="text-sm text-muted">No rate is recorded yet.</p>}
      <ul className="flex flex-col divide-y divide-line">
        {data?.results.map((rate) => (
          <Rate key={rate.id} rate={rate} may={may} />
        ))}
      </ul>
    </Drawer>
  );
}

function NewRate() {
  const news = useRateNews();
  const [key, setKey] = useState(newIdempotencyKey);
  const form = useForm({
    defaultValues: { fromCurrency: 'USD', rate: '', toCurrency: 'BDT', ratedOn: today(), source: '' },
  });
  const submit = form.handleSubmit(async (values) => {
    try {
      const body = filled(specs, values) as unknown as RecordExchangeRateDto;
      await recordExchangeRate({ body, headers: once(key), throwOnError: true });
      setKey(newIdempotencyKey());
      form.reset({ ...values, rate: '' });
      news();
      notify.success('The rate is recorded.');
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormProvider {...form}>
      <form
        aria-label="New rate"
        onSubmit={(event) => void submit(event)}
        className="mb-6 grid grid-cols-2 gap-4 border-b border-line pb-6 sm:grid-cols-3"
      >
        <FormField name="fromCurrency" spec={specs.fromCurrency} />
        <FormField name="rate" spec={specs.rate} />
        <FormField name="toCurrency" spec={specs.toCurrency} />
        <FormField name="ratedOn" spec={specs.ratedOn} />
        <FormField name="source" spec={specs.source} className="col-span-2" />
        <Button type="submit" variant="primary" disabled={form.formState.isSubmitting} className="justify-self-start">
          Record rate
        </Button>
      </form>
    </FormProvider>
  );
}

function Rate({ rate, may }: { rate: ExchangeRateDto; may: boolean }) {
  const news = useRateNews();
  const words = `1 ${rate.fromCurrency} = ${formatDecimal(rate.rate)} ${rate.toCurrency}`;
  const remove = async () => {
    try {
      await deleteExchangeRate({ path: { id: rate.id }, headers: ifUnchanged(rate), throwOnError: true });
      news();
      notify.success('The rate is deleted.');
    } catch (error) {
      reportProblem(error);
    }
  };
  return (
    <li className="flex items-center justify-between gap-3 py-3">
      <p className="min-w-0 text-sm">
        <span className="tabular-nums">{words}</span>
        <span className="block break-words text-[0.8125rem] text-muted">
          {rate.source}, {formatDay(rate.ratedOn)}
        </span>
      </p>
      {may && (
        <IconButton
          icon={Trash2}
          size="sm"
          label={`Delete ${words} of ${formatDay(rate.ratedOn)}`}
          className="text-muted"
          onClick={() => void remove()}
        />
      )}
    </li>
  );
}
