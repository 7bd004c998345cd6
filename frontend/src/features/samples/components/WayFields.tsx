import { FormField } from '@/shared/forms/FormField';
import type { FieldSpec } from '@/shared/forms/specs';
import { useCourier } from '../use-courier';

/** The day, courier, number and recipient of something that goes. Within a `FormProvider`. */
export function WayFields({ specs }: { specs: Readonly<Record<string, FieldSpec>> }) {
  const doubt = useCourier();
  return Object.entries(specs).map(([name, spec]) => (
    <FormField
      key={name}
      name={name}
      spec={name === 'awbNumber' && doubt ? { ...spec, hint: doubt } : spec}
      className={spec.kind === 'long' ? 'sm:col-span-2' : undefined}
    />
  ));
}
