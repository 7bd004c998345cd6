import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { getLetterOfCredit, type LetterOfCreditDto, updateLetterOfCredit } from '@/shared/api/generated';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { changed, textOf } from '@/shared/forms/values';
import { notify } from '@/shared/lib/notify';
import { useMoneyNews } from '../api';
import { type CreditField, recordedSpecs } from '../specs';
import { CreditFields } from './CreditFields';

/** Changes an LC; amendments of the bank are entered so. */
export function EditCreditDrawer({ credit, onClose }: { credit: LetterOfCreditDto; onClose: () => void }) {
  const news = useMoneyNews();
  const form = useForm({ defaultValues: textOf<CreditField>(recordedSpecs, credit) });
  const path = { id: credit.id };
  const { read, save, busy, clash, resolve } = useSaveOver<LetterOfCreditDto>({
    read: credit,
    send: async (body, headers) => (await updateLetterOfCredit({ path, body, headers, throwOnError: true })).data,
    reload: async () => (await getLetterOfCredit({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      void news.credit(saved);
      notify.success(`LC ${saved.lcNumber} is saved.`);
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const body = changed<CreditField>(recordedSpecs, values, read);
    if (Object.keys(body).length === 0) onClose();
    else await save(body);
  });

  return (
    <FormDrawer
      title={`Edit LC ${credit.lcNumber}`}
      description="Enter an amendment of the bank here; what stood before stays in the history."
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save LC"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <CreditFields specs={recordedSpecs} />
      </FormProvider>
    </FormDrawer>
  );
}
