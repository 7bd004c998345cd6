import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { ifUnchanged } from '@/shared/api/change';
import { deleteBackToBackRule, recordBackToBackRule, type RecordBackToBackRuleDto } from '@/shared/api/generated';
import { DatedRecordsDrawer, NewDatedRecord } from '@/shared/forms/DatedRecords';
import { FormField } from '@/shared/forms/FormField';
import { filled, textOf } from '@/shared/forms/values';
import { useCan } from '@/shared/lib/can';
import { formatDay, formatDecimal } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { limits, useBackToBackNews } from '../api';
import { limitSpecs } from '../specs';

type LimitField = keyof typeof limitSpecs;

/** What may be opened on a master, from which day on. Managers record it. */
export function LimitsDrawer({ onClose }: { onClose: () => void }) {
  const query = useQuery(limits);
  const may = useCan()('back_to_back_rule.write');
  return (
    <DatedRecordsDrawer
      what="limit"
      title="Limits of back-to-back LCs"
      description="What was opened keeps the limit of its day. Circulars change: look them up with your bank."
      query={query}
      words={({ limitPercent, maxUsanceDays, validFrom, source }) => ({
        what: `${formatDecimal(limitPercent)} % of net FOB, ${maxUsanceDays} days`,
        since: `from ${formatDay(validFrom)}, ${source}`,
        removal: `Delete the limit from ${formatDay(validFrom)}`,
      })}
      remove={
        may
          ? (limit) => deleteBackToBackRule({ path: { id: limit.id }, headers: ifUnchanged(limit), throwOnError: true })
          : undefined
      }
      onNews={useBackToBackNews()}
      onClose={onClose}
    >
      {may && <NewLimit />}
    </DatedRecordsDrawer>
  );
}

function NewLimit() {
  const news = useBackToBackNews();
  const form = useForm({ defaultValues: textOf<LimitField>(limitSpecs, { validFrom: today() }) });
  return (
    <NewDatedRecord
      what="limit"
      form={form}
      record={(values, headers) => {
        const { maxUsanceDays, ...body } = filled(limitSpecs, values) as Record<LimitField, string>;
        const sent: RecordBackToBackRuleDto = { ...body, maxUsanceDays: Number(maxUsanceDays) };
        return recordBackToBackRule({ body: sent, headers, throwOnError: true });
      }}
      onRecorded={() => {
        form.reset();
        news();
      }}
      className="sm:grid-cols-2"
    >
      {(Object.keys(limitSpecs) as LimitField[]).map((field) => (
        <FormField key={field} name={field} spec={limitSpecs[field]} />
      ))}
    </NewDatedRecord>
  );
}
