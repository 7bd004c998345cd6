import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import {
  type CreditTermsDto,
  type LetterOfCreditDto,
  type UpdateCreditTermsDto,
  updateLetterOfCreditTerms,
} from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { notify } from '@/shared/lib/notify';
import { asRead, useCreditDeed } from './credits';
import { changedTerms, termsAsTyped, type TypedTerm, typedTermSpecs } from './typed-terms';

interface EditTermsDrawerProps {
  credit: LetterOfCreditDto;
  terms: CreditTermsDto;
  onClose: () => void;
}

const fields = Object.keys(typedTermSpecs) as TypedTerm[];

/** The terms of an LC by hand: those that no text of the bank gave, or gave wrongly. */
export function EditTermsDrawer({ credit, terms, onClose }: EditTermsDrawerProps) {
  const read = termsAsTyped(terms);
  const form = useForm({ defaultValues: read });
  const { isDirty, isSubmitting } = form.formState;
  const { mutateAsync } = useCreditDeed(credit, (body: UpdateCreditTermsDto) =>
    updateLetterOfCreditTerms({ ...asRead(credit), body }),
  );
  const submit = form.handleSubmit(async (typed) => {
    const body = changedTerms(typed, read);
    try {
      if (Object.keys(body).length > 0) {
        await mutateAsync(body);
        notify.success(`The terms of LC ${credit.lcNumber} are saved.`);
      }
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDrawer
      title={`Terms of LC ${credit.lcNumber}`}
      description="What is typed here stands before the bank’s text. Number, amount, days and tolerances are under Edit."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Save terms"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <div className="grid gap-4 sm:grid-cols-2">
          {fields.map((field) => (
            <FormField
              key={field}
              name={field}
              spec={typedTermSpecs[field]}
              className={typedTermSpecs[field].kind === 'long' ? 'sm:col-span-full' : undefined}
            />
          ))}
        </div>
      </FormProvider>
    </FormDrawer>
  );
}
