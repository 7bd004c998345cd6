import { useQuery } from '@tanstack/react-query';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { getReceivable, type ReceivableDetailDto, updateReceivable } from '@/shared/api/generated';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { changed, textOf } from '@/shared/forms/values';
import { formatDay } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { creditsOfOrder, drawingsOf, usePaymentNews } from '../api';
import { type TermsField, termsSpecs } from '../specs';
import { startOptions } from '../vocabulary';

/** The same row with what the form holds as text. */
const asRead = (owed: ReceivableDetailDto) => ({
  ...owed,
  letterOfCreditId: owed.letterOfCredit?.id ?? null,
  drawingId: owed.drawing?.id ?? null,
  tenorDays: owed.tenorDays === null ? null : String(owed.tenorDays),
});

/** How a shipment is paid, and how far its documents are with the bank. */
export function TermsDrawer({ owed, onClose }: { owed: ReceivableDetailDto; onClose: () => void }) {
  const news = usePaymentNews();
  const form = useForm({ defaultValues: textOf<TermsField>(termsSpecs, asRead(owed)) });
  const method = useWatch({ control: form.control, name: 'method' });
  const underCredit = useWatch({ control: form.control, name: 'letterOfCreditId' });
  const { data: credits = [] } = useQuery({ ...creditsOfOrder(owed.orderId), enabled: method === 'lc' });
  const { data: drawings = [] } = useQuery(drawingsOf(method === 'lc' ? underCredit : ''));
  const path = { id: owed.id };
  const { read, save, busy, clash, resolve } = useSaveOver<ReceivableDetailDto>({
    read: owed,
    send: async (body, headers) => (await updateReceivable({ path, body, headers, throwOnError: true })).data,
    reload: async () => (await getReceivable({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      news();
      notify.success(`The terms of ${saved.invoiceNumber} are saved.`);
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const body = sentOf(changed<TermsField>(termsSpecs, values, asRead(read)));
    if (Object.keys(body).length === 0) onClose();
    else await save(body);
  });

  const specs = {
    ...termsSpecs,
    tenorFrom: { ...termsSpecs.tenorFrom, options: startOptions(method) },
    letterOfCreditId: {
      ...termsSpecs.letterOfCreditId,
      options: credits.map(({ id, lcNumber }) => ({ value: id, label: lcNumber })),
      hint: 'Its own tenor is taken over, unless you say another.',
    },
    drawingId: {
      ...termsSpecs.drawingId,
      options: drawings.map(({ id, reference, presentedOn }) => ({
        value: id,
        label: `${reference}, ${formatDay(presentedOn)}`,
      })),
      hint: 'When its documents were presented and accepted is said on the page of the LC.',
    },
  };
  const shown = (Object.keys(specs) as TermsField[]).filter((field) => isAsked(field, method, underCredit));
  return (
    <FormDrawer
      title={`How ${owed.invoiceNumber} is paid`}
      description={`Of ${owed.orderNumber}, ${owed.customerName}`}
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save terms"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <div className="grid gap-4 sm:grid-cols-2">
          {shown.map((field) => (
            <FormField
              key={`${field} ${specs[field].options?.length ?? 0}`}
              name={field}
              spec={specs[field]}
              className={field === 'notes' ? 'sm:col-span-full' : undefined}
            />
          ))}
        </div>
      </FormProvider>
    </FormDrawer>
  );
}

/** A transfer has no documents with a bank; of those under an LC the bank's word stands with the drawing. */
function isAsked(field: TermsField, method: string, underCredit: string): boolean {
  const hasDrawing = method === 'lc' && underCredit !== '';
  if (field === 'letterOfCreditId') return method === 'lc';
  if (field === 'drawingId') return hasDrawing;
  if (hasDrawing && ['presentedOn', 'acceptedOn', 'maturesOn'].includes(field)) return false;
  if (field === 'tenorDays' || field === 'tenorFrom') return method !== '';
  if (['presentedOn', 'maturesOn', 'bankReference'].includes(field)) return method !== '' && method !== 'tt';
  if (field === 'acceptedOn') return method === 'da' || method === 'lc';
  return true;
}

/** Days as a number; what is left empty of the tenor is the server's to say. */
function sentOf({ tenorDays, tenorFrom, ...body }: Record<string, string | null>): object {
  return {
    ...body,
    ...(tenorDays ? { tenorDays: Number(tenorDays) } : {}),
    ...(tenorFrom ? { tenorFrom } : {}),
  };
}
