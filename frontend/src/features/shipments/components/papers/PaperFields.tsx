import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { colleagues } from '@/shared/api/colleagues';
import type { AddPaperDto, ShipmentPaperDto } from '@/shared/api/generated';
import { FormField } from '@/shared/forms/FormField';
import { filled, textOf } from '@/shared/forms/values';
import { Checkbox } from '@/shared/ui/Checkbox';
import { paperSpecs } from '../../specs';

type PaperText = Record<keyof typeof paperSpecs, string>;
export type PaperValues = PaperText & { required: boolean };

export const paperValues = (paper?: ShipmentPaperDto): PaperValues => ({
  ...textOf<keyof PaperText>(paperSpecs, {
    ...(paper ?? { kind: 'certificate_of_origin', state: 'missing' }),
    originals: paper?.originals?.toString(),
    copies: paper?.copies?.toString(),
  }),
  required: paper?.required ?? true,
});

const counted = (typed: string | null | undefined) => (typed ? Number(typed) : null);

/** As the API takes it: what is empty is nothing. */
export function writtenPaper({ required, ...values }: PaperValues): AddPaperDto {
  const { kind, state, title, ownerId, originals, copies, wording } = filled(paperSpecs, values);
  return {
    kind: kind as AddPaperDto['kind'],
    state: state as AddPaperDto['state'],
    required,
    ...{ title: title ?? null, ownerId: ownerId ?? null, wording: wording ?? null },
    ...{ originals: counted(originals), copies: counted(copies) },
  };
}

/** What is asked of a paper; of a new one also which it is. Within a `FormProvider`. */
export function PaperFields({ paper }: { paper?: ShipmentPaperDto }) {
  const { register } = useFormContext<PaperValues>();
  const kind = useWatch<PaperValues, 'kind'>({ name: 'kind' });
  const { data: people = [] } = useQuery(colleagues());
  const owners = people.map(({ id, fullName }) => ({ value: id, label: fullName }));
  // Whose work it is stands in the list from the first moment on, or the choice would begin empty.
  if (paper?.ownerId && !owners.some(({ value }) => value === paper.ownerId))
    owners.unshift({ value: paper.ownerId, label: paper.ownerName ?? '' });
  const title = kind === 'other' ? { ...paperSpecs.title, required: 'What is it called?' } : paperSpecs.title;
  return (
    <div className="@container">
      <div className="grid items-start gap-4 @sm:grid-cols-2">
        {!paper && <FormField name="kind" spec={paperSpecs.kind} />}
        <FormField name="title" spec={title} />
        <FormField name="state" spec={paperSpecs.state} />
        <FormField name="ownerId" spec={{ ...paperSpecs.ownerId, options: owners }} />
        <FormField name="originals" spec={paperSpecs.originals} />
        <FormField name="copies" spec={paperSpecs.copies} />
        <FormField name="wording" spec={paperSpecs.wording} className="@sm:col-span-2" />
        <Checkbox label="Required" {...register('required')} />
      </div>
    </div>
  );
}
