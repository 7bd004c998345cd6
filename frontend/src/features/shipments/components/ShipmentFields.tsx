import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormField } from '@/shared/forms/FormField';
import { transportDoubt } from '@/shared/lib/awb';
import { cx } from '@/shared/lib/cx';
import { type ShipmentField, shipmentSpecs } from '../specs';
import { numberNames, type ShipmentMode } from '../vocabulary';
import { DidYouMean } from './DidYouMean';

type Values = Record<ShipmentField, string>;

const wide: readonly ShipmentField[] = ['numberReason', 'notes'];

/** What is asked of a shipment: how it travels, when, where to, and on which terms. Within a `FormProvider`. */
export function ShipmentFields() {
  const { setValue } = useFormContext<Values>();
  const [mode, awbNumber, carrierName, numberReason] = useWatch<
    Values,
    ('mode' | 'awbNumber' | 'carrierName' | 'numberReason')[]
  >({
    name: ['mode', 'awbNumber', 'carrierName', 'numberReason'],
  });
  const doubt = transportDoubt(awbNumber ?? '', carrierName ?? '', (mode || null) as ShipmentMode | null);
  const label = numberNames[(mode || 'unknown') as ShipmentMode | 'unknown'];
  const take = (number: string) => setValue('awbNumber', number, { shouldDirty: true, shouldValidate: true });
  const fields = (names: readonly ShipmentField[]) =>
    names.map((field) => (
      <FormField
        key={field}
        name={field}
        spec={shipmentSpecs[field]}
        className={cx(wide.includes(field) && '@sm:col-span-2')}
      />
    ));

  return (
    <div className="@container flex flex-col gap-6">
      <Group>
        {fields(['mode', 'carrierName'])}
        <div className="flex flex-col gap-2">
          <FormField
            name="awbNumber"
            spec={{ ...shipmentSpecs.awbNumber, label, ...(doubt ? { hint: doubt.sentence } : {}) }}
          />
          <DidYouMean of={doubt} onTake={take} />
        </div>
        {mode === 'sea' && fields(['load', 'vesselName', 'voyageNumber'])}
        {mode === 'air' && fields(['flightNumber'])}
        {(doubt || numberReason) && fields(['numberReason'])}
      </Group>
      <Group title="When">{fields(['shippingDate', 'estimatedArrival', 'plannedDeparture', 'plannedArrival'])}</Group>
      <Group title="From and to">
        {fields([
          ...(['portOfLoadingCode', 'portOfLoadingName', 'portOfDischargeCode', 'portOfDischargeName'] as const),
          'finalDestination',
        ])}
      </Group>
      <Group title="Terms and papers">
        {fields(['incoterm', 'incotermPlace', 'consignee', 'notifyParty', 'notes'])}
      </Group>
    </div>
  );
}

function Group({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      {title && <legend className="mb-3 text-sm font-semibold">{title}</legend>}
      <div className="grid items-start gap-4 @sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
