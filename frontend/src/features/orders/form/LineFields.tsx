import { type LineField, lineSpecs } from './specs';
import { FormField } from '@/shared/forms/FormField';

const groups: { title: string; fields: readonly LineField[] }[] = [
  { title: 'Colour and design', fields: ['colorName', 'colorCode', 'cadName', 'cadCode', 'screens'] },
  {
    title: 'Quantity and price',
    fields: ['quantity', 'unit', 'provaPrice', 'millPrice', 'commission', 'currency', 'deliveryTolerancePercent'],
  },
  {
    title: 'Dates',
    fields: ['etd', 'eta', 'swatchReceivedDate', 'swatchSentDate', 'submissionDate', 'approvalDate'],
  },
  {
    title: 'Mill and fabric',
    fields: [
      'millName',
      'sewingLine',
      'finishedFabricQuantity',
      'finishedFabricUnit',
      'processLossPercent',
      'processLossBasis',
      'yarnRequired',
      'mixedFabricType',
      'mixedFabricPercent',
    ],
  },
  { title: 'Notes', fields: ['notes'] },
];

interface LineFieldsProps {
  /** Where the line is in the form: `styles.0.lines.1.`; empty when the form is the line. */
  prefix?: string;
  /** The fields that stand elsewhere. */
  without?: readonly LineField[];
}

/** All of a line, in groups. */
export function LineFields({ prefix = '', without = [] }: LineFieldsProps) {
  return (
    <div className="@container flex flex-col gap-6">
      {groups.map(({ title, fields }) => {
        const shown = fields.filter((field) => !without.includes(field));
        if (shown.length === 0) return null;
        return (
          <fieldset key={title}>
            <legend className="mb-3 text-sm font-semibold">{title}</legend>
            <div className="grid gap-x-4 gap-y-4 @sm:grid-cols-2 @3xl:grid-cols-4">
              {shown.map((field) => (
                <FormField
                  key={field}
                  name={`${prefix}${field}`}
                  spec={lineSpecs[field]}
                  hideLabel={title === lineSpecs[field].label}
                  className={field === 'notes' ? '@sm:col-span-full' : undefined}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
