import { FormField } from '@/shared/forms/FormField';
import { type ShipmentField, shipmentSpecs } from '../specs';

/** Carrier, number, days and notes. Within a `FormProvider`. */
export function ShipmentFields() {
  return (
    <div className="@container">
      <div className="grid gap-4 @sm:grid-cols-2">
        {(Object.keys(shipmentSpecs) as ShipmentField[]).map((field) => (
          <FormField
            key={field}
            name={field}
            spec={shipmentSpecs[field]}
            className={field === 'notes' ? '@sm:col-span-2' : undefined}
          />
        ))}
      </div>
    </div>
  );
}
