import { ClipboardPaste, Copy, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FormProvider, useFieldArray, useForm, useFormContext } from 'react-hook-form';
import type { CargoDto } from '@/shared/api/generated';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { plural, unitName } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import type { Option } from '@/shared/ui/Input';
import { useWritePackages } from '../../cargo';
import { nextNumber, packageValues, type PackageValues, writtenPackage } from '../../packing-rows';
import { packageSpecs } from '../../specs';
import { type PackageKind, sizeName } from '../../vocabulary';
import { PastePackages } from './PastePackages';

interface Values {
  packages: PackageValues[];
}

interface PackingDrawerProps {
  cargo: CargoDto;
  awbNumber: string;
  onClose: () => void;
}

/** The packing list, a row for packages with the same in them. */
export function PackingDrawer({ cargo, awbNumber, onClose }: PackingDrawerProps) {
  const { mutateAsync } = useWritePackages(cargo);
  const [pasting, setPasting] = useState(false);
  const options = cargo.lines.map(({ orderLineId, label, unit }) => ({
    value: orderLineId,
    label: `${label} (${unitName(unit)})`,
  }));
  const boxes = cargo.containers.map(({ containerNumber, size }) => ({
    value: containerNumber,
    label: `${containerNumber} (${sizeName(size)})`,
  }));
  const only = boxes.length === 1 ? boxes[0]?.value : undefined;
  const line = options[0]?.value ?? '';
  const form = useForm<Values>({ defaultValues: { packages: cargo.packages.map(packageValues) } });
  const { fields, append, insert, remove } = useFieldArray({ control: form.control, name: 'packages' });
  const rows = () => form.getValues('packages');
  const add = () => {
    const kind = (rows().at(-1)?.kind || 'carton') as PackageKind;
    const firstNumber = nextNumber(rows(), kind);
    const containerNumber = rows().at(-1)?.containerNumber || only;
    append(packageValues({ kind, firstNumber, contents: [{ orderLineId: line, quantity: '' }], containerNumber }), {
      shouldFocus: false,
    });
  };
  const copy = (at: number) => {
    const like = rows()[at];
    if (!like) return;
    const number = String(nextNumber(rows(), like.kind as PackageKind));
    insert(at + 1, { ...like, firstNumber: number, lastNumber: number }, { shouldFocus: false });
  };
  const submit = form.handleSubmit(async ({ packages }) => {
    try {
      await mutateAsync({ packages: packages.map(writtenPackage) });
      notify.success(`The packing list of ${awbNumber} is saved.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDrawer
      title={`Packing list of ${awbNumber}`}
      description="A row for packages with the same in them; weights and measures are of one package."
      dirty={form.formState.isDirty}
      busy={form.formState.isSubmitting}
      saveLabel="Save packing list"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <ol className="@container flex flex-col gap-4">
          {fields.map((field, at) => (
            <PackageRow
              key={field.id}
              at={at}
              lines={options}
              boxes={boxes}
              onCopy={() => copy(at)}
              onRemove={() => remove(at)}
            />
          ))}
        </ol>
        {fields.length === 0 && <p className="text-sm text-muted">No rows yet.</p>}
        <div className="mt-4 flex flex-wrap gap-2">
          <Button size="sm" icon={Plus} onClick={add}>
            Add a row
          </Button>
          <Button size="sm" icon={ClipboardPaste} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
            Paste from a sheet
          </Button>
        </div>
        {pasting && (
          <PastePackages
            lines={options}
            nextOf={(kind) => nextNumber(rows(), kind)}
            onPasted={(pasted) => {
              append(only ? pasted.map((row) => ({ ...row, containerNumber: only })) : pasted, { shouldFocus: false });
              setPasting(false);
              notify.success(`${plural(pasted.length, 'package')} added to the rows.`);
            }}
          />
        )}
      </FormProvider>
    </FormDrawer>
  );
}

interface PackageRowProps {
  at: number;
  lines: readonly Option[];
  boxes: readonly Option[];
  onCopy: () => void;
  onRemove: () => void;
}

function PackageRow({ at, lines, boxes, onCopy, onRemove }: PackageRowProps) {
  const { control } = useFormContext<Values>();
  const name = `packages.${at}` as const;
  const contents = useFieldArray({ control, name: `${name}.contents` });
  const { kind, firstNumber, lastNumber, orderLineId, quantity, containerNumber, ...measures } = packageSpecs;
  return (
    <li className="rounded-xl border border-line p-3">
      <div className="grid grid-cols-2 items-start gap-3 @md:grid-cols-[1.4fr_1fr_1fr_auto]">
        <FormField
          name={`${name}.kind`}
          spec={{ ...kind, label: `Row ${at + 1}` }}
          className="col-span-2 @md:col-span-1"
        />
        <FormField name={`${name}.firstNumber`} spec={firstNumber} />
        <FormField name={`${name}.lastNumber`} spec={lastNumber} />
        <span className="col-span-2 flex justify-end gap-0.5 @md:col-span-1 @md:mt-7">
          <IconButton icon={Copy} size="sm" label={`Duplicate row ${at + 1}`} onClick={onCopy} />
          <IconButton icon={Trash2} size="sm" label={`Remove row ${at + 1}`} onClick={onRemove} />
        </span>
      </div>
      {contents.fields.map((content, place) => (
        <div key={content.id} className="mt-3 grid grid-cols-[2fr_1fr_auto] items-start gap-3">
          <FormField name={`${name}.contents.${place}.orderLineId`} spec={{ ...orderLineId, options: lines }} />
          <FormField name={`${name}.contents.${place}.quantity`} spec={quantity} />
          <IconButton
            icon={Trash2}
            size="sm"
            label={`Take this line out of row ${at + 1}`}
            disabled={contents.fields.length === 1}
            onClick={() => contents.remove(place)}
            className="mt-7"
          />
        </div>
      ))}
      {contents.fields.length < lines.length && (
        <Button
          size="sm"
          variant="quiet"
          icon={Plus}
          className="mt-2"
          onClick={() => contents.append({ orderLineId: '', quantity: '' }, { shouldFocus: false })}
        >
          Another line in the same package
        </Button>
      )}
      <div className="mt-3 grid grid-cols-2 items-start gap-3 @md:grid-cols-5">
        {(Object.keys(measures) as (keyof typeof measures)[]).map((field) => (
          <FormField key={field} name={`${name}.${field}`} spec={measures[field]} />
        ))}
      </div>
      {boxes.length > 0 && (
        <FormField name={`${name}.containerNumber`} spec={{ ...containerNumber, options: boxes }} className="mt-3" />
      )}
    </li>
  );
}
