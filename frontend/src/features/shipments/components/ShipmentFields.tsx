import { useWatch } from 'react-hook-form';
import { FormField } from '@/shared/forms/FormField';
import { numberDoubt } from '@/shared/lib/awb';
import { type ShipmentField, shipmentSpecs } from '../specs';

/** Carrier, number, days and notes. Within a `FormProvider`. */
export function ShipmentFields() {
  const awbNumber: unknown = useWatch({ name: 'awbNumber' });
  const doubt = typeof awbNumber === 'string' ? numberDoubt(awbNumber) : undefined;
  return (
    <div className="@container">
      <div className="grid gap-4 @sm:grid-cols-2">
        {(Object.keys(shipmentSpecs) as ShipmentField[]).map((field) => (
          <FormField
            key={field}
            name={field}
            spec={field === 'awbNumber' && doubt ? { ...shipmentSpecs[field], hint: doubt } : shipmentSpecs[field]}
            className={field === 'notes' ? '@sm:col-span-2' : undefined}
          />
        ))}
      </div>
    </div>
  );
}
