import { FormProvider, useForm, useWatch } from 'react-hook-form';
import type { LineDto } from '@/shared/api/generated';
import { reportFormProblem } from '@/shared/api/errors';
import { decimalLess, quantityRange, readDecimal } from '@/shared/forms/decimals';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { day, decimal } from '@/shared/forms/specs';
import { formatQuantity, unitName } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { useSplitLine } from '../api';
import { useAgreement } from '../revision/use-agreement';
import { revisionAsked } from '../revision/use-revision';
import { isClosed } from '../vocabulary';

/** Whether a part of the line can go on by itself. */
export const canSplit = (line: LineDto): boolean => line.quantity !== null && !isClosed(line);

/** Makes two lines of one: a part of the quantity with a day of its own. */
export function SplitLineDialog({ line, onClose }: { line: LineDto; onClose: () => void }) {
  const agreement = useAgreement(line.label, line.orderId, line);
  const { mutate, isPending } = useSplitLine(line, agreement.attempt);
  const form = useForm({ defaultValues: { quantity: '', etd: line.etd ?? '' } });
  const submit = form.handleSubmit(({ quantity, etd }) => {
    mutate(
      { quantity: readDecimal(quantity) ?? quantity, ...(etd ? { etd } : {}) },
      {
        onSuccess: ({ part }) => {
          notify.success(`${part.label} is a line of its own now.`);
          onClose();
        },
        onError: (error) => {
          if (!revisionAsked(error)) reportFormProblem(form, error); // who gave no reason goes on typing
        },
      },
    );
  });
  const specs = {
    quantity: {
      ...decimal('Quantity of the new part', quantityRange, { end: unitName(line.unit) }),
      required: 'How much of it goes on by itself?',
    },
    etd: day('ETD of the new part'),
  };
  return (
    <>
      <FormDialog
        title={`Split ${line.label}`}
        description="The new part has the same prices, status and gates: what was approved stays approved. Samples, files, offers and what came stay with this line."
        busy={isPending}
        saveLabel="Split line"
        onSave={(event) => void submit(event)}
        onClose={onClose}
      >
        <FormProvider {...form}>
          <FormField name="quantity" spec={specs.quantity} />
          <FormField name="etd" spec={specs.etd} />
          <Stays line={line} />
        </FormProvider>
      </FormDialog>
      {agreement.question}
    </>
  );
}

/** What is left on the line, while it is typed. */
function Stays({ line }: { line: LineDto }) {
  const asked = readDecimal(String(useWatch({ name: 'quantity' }) ?? ''));
  const whole = line.quantity ?? '0';
  const stays = asked === null ? whole : decimalLess(whole, asked);
  return (
    <p aria-live="polite" className="text-sm text-muted sm:col-span-2">
      {asked === null || stays.startsWith('-') || stays === '0'
        ? `The line is ${formatQuantity(whole, line.unit)} in all.`
        : `${formatQuantity(stays, line.unit)} stay on this line, ${formatQuantity(asked, line.unit)} go on as a part of their own.`}
    </p>
  );
}
