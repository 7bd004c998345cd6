import { ChevronDown, Copy, Plus, Trash2 } from 'lucide-react';
import { type ClipboardEvent, useState } from 'react';
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form';
import { cx } from '@/shared/lib/cx';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { FormField } from '@/shared/forms/FormField';
import { LineFields } from './LineFields';
import { readPaste } from './paste';
import { type LineField, lineSpecs } from './specs';
import { lineValues, type LineValues, type NewOrderValues } from './values';

/** What nearly every line needs; the rest opens under it. */
const columns = [
  'colorName',
  'colorCode',
  'quantity',
  'unit',
  'provaPrice',
  'millPrice',
  'etd',
] as const satisfies LineField[];

const grid =
  '@3xl:grid @3xl:grid-cols-[1.75rem_minmax(8rem,2fr)_minmax(6rem,1fr)_minmax(7rem,1.2fr)_5.5rem_minmax(6rem,1fr)_minmax(6rem,1fr)_9.5rem_6.5rem] @3xl:gap-x-2';

interface LineGridProps {
  /** Which style the lines belong to. */
  style: number;
}

/** Lines as rows to type into, or to paste from a sheet; a card each where there is no room. */
export function LineGrid({ style }: LineGridProps) {
  const { control, getValues, setFocus, setValue } = useFormContext<NewOrderValues>();
  const name = `styles.${style}.lines` as const;
  const { fields, append, insert, remove } = useFieldArray({ control, name });

  const add = (at: number, values: LineValues) => {
    if (at === fields.length) append(values, { shouldFocus: false });
    else insert(at, values, { shouldFocus: false });
    requestAnimationFrame(() => setFocus(`${name}.${at}.colorName`));
  };
  const addNext = () => {
    const last = getValues(name).at(-1);
    add(fields.length, lineValues(last && { unit: last.unit, currency: last.currency, etd: last.etd }));
  };
  const copy = (at: number) => {
    const like = getValues(`${name}.${at}`);
    add(at + 1, { ...like, colorName: '', colorCode: '' });
  };
  const paste = (event: ClipboardEvent, at: number, column: LineField) => {
    const rows = readPaste(event.clipboardData.getData('text/plain'), columns.slice(columns.indexOf(column as never)));
    if (!rows) return;
    event.preventDefault();
    rows.forEach((row, offset) => {
      if (at + offset < fields.length)
        for (const [field, value] of Object.entries(row))
          setValue(`${name}.${at + offset}.${field as LineField}`, value, { shouldDirty: true, shouldValidate: true });
    });
    const fresh = rows.slice(fields.length - at);
    if (fresh.length > 0)
      append(
        fresh.map((row) => ({ ...lineValues(), ...row })),
        { shouldFocus: false },
      );
  };

  return (
    <div className="@container">
      <div aria-hidden className={cx(grid, 'hidden px-1 pb-1.5 text-[0.8125rem] font-medium text-muted')}>
        <span />
        {columns.map((column) => (
          <span key={column}>{lineSpecs[column].label}</span>
        ))}
      </div>
      <ol className="flex flex-col gap-3 @3xl:gap-1.5">
        {fields.map((field, at) => (
          <LineRow
            key={field.id}
            path={`${name}.${at}`}
            number={at + 1}
            removable={fields.length > 1}
            onCopy={() => copy(at)}
            onRemove={() => remove(at)}
            onPaste={(event, column) => paste(event, at, column)}
          />
        ))}
      </ol>
      <Button size="sm" icon={Plus} onClick={addNext} className="mt-3">
        Add a line
      </Button>
    </div>
  );
}

interface LineRowProps {
  path: string;
  number: number;
  removable: boolean;
  onCopy: () => void;
  onRemove: () => void;
  onPaste: (event: ClipboardEvent, column: LineField) => void;
}

function LineRow({ path, number, removable, onCopy, onRemove, onPaste }: LineRowProps) {
  const [opened, setOpened] = useState(false);
  const { errors } = useFormState({ name: path });
  const { getFieldState } = useFormContext();
  const faulty = hiddenFields.some((field) => getFieldState(`${path}.${field}`, { errors } as never).error);
  const open = opened || faulty;

  return (
    <li className="rounded-xl border border-line p-3 @3xl:border-0 @3xl:p-0">
      <div className={cx(grid, 'grid grid-cols-2 items-start gap-x-3 gap-y-3 @3xl:gap-y-0')}>
        <span className="col-span-2 text-[0.8125rem] font-medium text-muted @3xl:col-span-1 @3xl:grid @3xl:h-9 @3xl:place-content-center @3xl:tabular-nums">
          <span className="@3xl:sr-only">Line </span>
          {number}
        </span>
        {columns.map((column) => (
          <div key={column} onPaste={(event) => onPaste(event, column)} className="min-w-0 [&_label]:@3xl:sr-only">
            <FormField name={`${path}.${column}`} spec={{ ...lineSpecs[column], hint: undefined }} />
          </div>
        ))}
        <span className="col-span-2 flex items-center justify-end gap-0.5 @3xl:col-span-1">
          <IconButton
            icon={ChevronDown}
            size="sm"
            label={open ? `Less of line ${number}` : `More of line ${number}`}
            aria-expanded={open}
            onClick={() => setOpened(!open)}
            className={cx('transition-transform', open && '[&_svg]:rotate-180')}
          />
          <IconButton icon={Copy} size="sm" label={`Duplicate line ${number}`} onClick={onCopy} />
          <IconButton
            icon={Trash2}
            size="sm"
            label={`Remove line ${number}`}
            disabled={!removable}
            onClick={onRemove}
          />
        </span>
      </div>
      {open && (
        <div className="mt-3 rounded-lg bg-canvas p-4 @3xl:mb-3 @3xl:ms-8">
          <LineFields prefix={`${path}.`} without={columns} />
        </div>
      )}
    </li>
  );
}

const hiddenFields = (Object.keys(lineSpecs) as LineField[]).filter(
  (field) => !(columns as readonly LineField[]).includes(field),
);
