import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { ifUnchanged } from '@/shared/api/change';
import { deleteExchangeRate, recordExchangeRate, type RecordExchangeRateDto } from '@/shared/api/generated';
import { DatedRecordsDrawer, NewDatedRecord } from '@/shared/forms/DatedRecords';
import { FormField } from '@/shared/forms/FormField';
import { currencyOptions } from '@/shared/forms/options';
import { choice, day, decimal, text } from '@/shared/forms/specs';
import { filled } from '@/shared/forms/values';
import { useCan } from '@/shared/lib/can';
import { formatDay, formatDecimal } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
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
  const query = useQuery(exchangeRates);
  const may = useCan()('exchange_rate.write');
  return (
    <DatedRecordsDrawer
      what="rate"
      title="Exchange rates"
      description="Totals are told by the last rate of each pair. What is stored never changes by them."
      query={query}
      words={({ fromCurrency, rate, toCurrency, source, ratedOn }) => {
        const what = `1 ${fromCurrency} = ${formatDecimal(rate)} ${toCurrency}`;
        const on = formatDay(ratedOn);
        return { what, since: `${source}, ${on}`, removal: `Delete ${what} of ${on}` };
      }}
      remove={
        may
          ? (rate) => deleteExchangeRate({ path: { id: rate.id }, headers: ifUnchanged(rate), throwOnError: true })
          : undefined
      }
      onNews={useRateNews()}
      onClose={onClose}
    >
      {may && <NewRate />}
    </DatedRecordsDrawer>
  );
}

function NewRate() {
  const news = useRateNews();
  const form = useForm({
    defaultValues: { fromCurrency: 'USD', rate: '', toCurrency: 'BDT', ratedOn: today(), source: '' },
  });
  return (
    <NewDatedRecord
      what="rate"
      form={form}
      record={(values, headers) => {
        const body = filled(specs, values) as unknown as RecordExchangeRateDto;
        return recordExchangeRate({ body, headers, throwOnError: true });
      }}
      onRecorded={(values) => {
        form.reset({ ...values, rate: '' });
        news();
      }}
      className="grid-cols-2 sm:grid-cols-3"
    >
      <FormField name="fromCurrency" spec={specs.fromCurrency} />
      <FormField name="rate" spec={specs.rate} />
      <FormField name="toCurrency" spec={specs.toCurrency} />
      <FormField name="ratedOn" spec={specs.ratedOn} />
      <FormField name="source" spec={specs.source} className="col-span-2" />
    </NewDatedRecord>
  );
}
