import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { courierOf, numberDoubt } from '@/shared/lib/awb';

/**
 * The courier is filled in from the number where none stands there yet. Within a `FormProvider`.
 * @returns what looks wrong with the number; undefined where nothing does
 */
export function useCourier(): string | undefined {
  const { getValues, setValue } = useFormContext();
  const number: unknown = useWatch({ name: 'awbNumber' });
  const typed = typeof number === 'string' ? number : '';
  const courier = courierOf(typed);
  useEffect(() => {
    if (courier && !getValues('courierName')) setValue('courierName', courier, { shouldDirty: true });
  }, [courier, getValues, setValue]);
  return numberDoubt(typed);
}
