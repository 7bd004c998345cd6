import type { KeyboardEvent } from 'react';
import { useFormContext, type UseFormRegisterReturn } from 'react-hook-form';
import { readLabel } from '../lib/awb';
import { Input } from '../ui/Input';

/**
 * A number that is typed or scanned once. A scanner types it and presses Enter: that tidies the number and goes on to the next
 * field that is empty, and does not send the form half filled. Within a `FormProvider`.
 */
export function ScanInput({ registered, ...rest }: { registered: UseFormRegisterReturn; maxLength?: number }) {
  const { setValue } = useFormContext();
  const tidy = (text: string) => {
    const number = readLabel(text);
    if (number !== text) setValue(registered.name, number, { shouldDirty: true, shouldValidate: true });
  };
  const goOn = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    tidy(event.currentTarget.value);
    nextOf(event.currentTarget)?.focus();
  };
  return (
    <Input
      {...registered}
      {...rest}
      autoComplete="off"
      spellCheck={false}
      placeholder="Scan or type"
      onKeyDown={goOn}
      onBlur={(event) => {
        tidy(event.target.value);
        void registered.onBlur(event);
      }}
    />
  );
}

/** The first field of the form that is empty, else its button. */
function nextOf({ form }: HTMLInputElement): HTMLElement | undefined {
  const fields = [...(form?.elements ?? [])];
  const empty = fields.find(
    (field): field is HTMLInputElement => field instanceof HTMLInputElement && field.type !== 'hidden' && !field.value,
  );
  return (
    empty ??
    fields.find((field): field is HTMLButtonElement => field instanceof HTMLButtonElement && field.type === 'submit')
  );
}
