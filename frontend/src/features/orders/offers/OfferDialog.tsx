import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { type LineDto, type MillOfferDto, recordMillOffer, updateMillOffer } from '@/shared/api/generated';
import { change, newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { notify } from '@/shared/lib/notify';
import { useOfferNews } from './api';
import { newOffer, offerChanges, type OfferField, offerSpecs, offerValues, type OfferValues } from './specs';

interface OfferDialogProps {
  line: Pick<LineDto, 'id' | 'label' | 'currency' | 'unit'>;
  /** To change this one; without it a new one is recorded. */
  offer?: MillOfferDto;
  onClose: () => void;
}

const fields = Object.keys(offerSpecs) as OfferField[];

export function OfferDialog({ line, offer, onClose }: OfferDialogProps) {
  const news = useOfferNews();
  const [key] = useState(newIdempotencyKey);
  const form = useForm({ defaultValues: offerValues(line, offer) });
  const { mutate, isPending } = useMutation({
    mutationFn: async (values: OfferValues) => {
      if (!offer) return recordMillOffer({ body: newOffer(line.id, values), headers: once(key), throwOnError: true });
      const body = offerChanges(values, offer);
      return change(offer, body, (headers) =>
        updateMillOffer({ path: { id: offer.id }, body, headers, throwOnError: true }),
      );
    },
    onSuccess: (_, { millName }) => {
      notify.success(`The offer of ${millName.trim()} is saved.`);
      onClose();
      void news();
    },
    onError: (error) => reportFormProblem(form, error),
    meta: { ownErrors: true },
  });
  return (
    <FormDialog
      title={offer ? `Offer of ${offer.millName}` : `New offer for ${line.label}`}
      busy={isPending}
      saveLabel="Save offer"
      onSave={(event) => void form.handleSubmit((values) => mutate(values))(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        {fields.map((field) => (
          <FormField
            key={field}
            name={field}
            spec={offerSpecs[field]}
            className={field === 'millName' || field === 'notes' ? 'sm:col-span-2' : undefined}
          />
        ))}
      </FormProvider>
    </FormDialog>
  );
}
