import { useFormContext, useWatch } from 'react-hook-form';
import { type DecimalRange } from '@/shared/forms/decimals';
import { FormField } from '@/shared/forms/FormField';
import { decimal, text } from '@/shared/forms/specs';
import { oneOf, unitName } from '@/shared/lib/format';
import { Checkbox } from '@/shared/ui/Checkbox';
import type { LineDraft } from '../lines';

const quantityRange: DecimalRange = { min: '0.001', max: '99999999999', scale: 3 };
const priceRange: DecimalRange = { min: '0', max: '9999999999', scale: 4 };
const hsCode = text('HS code', 10, { placeholder: '60062200' });

/** Which lines of the order a PI asks for, each with its quantity and price. Its fields are `lines.0.quantity` and so on. */
export function LinesField({ drafts }: { drafts: readonly LineDraft[] }) {
  if (drafts.length === 0) return null;
  return (
    <fieldset className="min-w-0 sm:col-span-full">
      <legend className="mb-2 text-sm font-medium">Lines</legend>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {drafts.map((draft, index) => (
          <LineFields key={draft.orderLineId} draft={draft} index={index} />
        ))}
      </ul>
    </fieldset>
  );
}

function LineFields({ draft: { label, unit, currency }, index }: { draft: LineDraft; index: number }) {
  const { register } = useFormContext();
  const name = `lines.${index}`;
  const taken = useWatch({ name: `${name}.taken` }) as boolean;
  return (
    <li className="px-3 py-3">
      <Checkbox label={label} {...register(`${name}.taken`)} />
      {taken && (
        <div className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3">
          <FormField
            name={`${name}.quantity`}
            spec={decimal('Quantity', quantityRange, { end: unitName(unit), required: 'How much?' })}
          />
          <FormField
            name={`${name}.price`}
            spec={decimal(`Price per ${oneOf(unit)}`, priceRange, { end: currency, required: 'At what price?' })}
          />
          <FormField name={`${name}.hsCode`} spec={hsCode} className="max-sm:col-span-full" />
        </div>
      )}
    </li>
  );
}
