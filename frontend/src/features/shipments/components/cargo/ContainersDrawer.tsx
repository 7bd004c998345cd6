import { Plus, Trash2 } from 'lucide-react';
import { FormProvider, useFieldArray, useForm, useFormContext, useWatch } from 'react-hook-form';
import type { CargoDto, WriteContainerDto } from '@/shared/api/generated';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { filled, textOf } from '@/shared/forms/values';
import { containerDoubt, containerNumberOf } from '@/shared/lib/awb';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { useWriteContainers } from '../../cargo';
import { containerSpecs } from '../../specs';
import { DidYouMean } from '../DidYouMean';

type ContainerValues = Record<keyof typeof containerSpecs, string>;
interface Values {
  containers: ContainerValues[];
}

interface ContainersDrawerProps {
  cargo: CargoDto;
  awbNumber: string;
  onClose: () => void;
}

export function ContainersDrawer({ cargo, awbNumber, onClose }: ContainersDrawerProps) {
  const { mutateAsync } = useWriteContainers(cargo);
  const present = cargo.containers.map((container) => textOf<keyof ContainerValues>(containerSpecs, container));
  const form = useForm<Values>({ defaultValues: { containers: present.length ? present : [fresh()] } });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'containers' });
  const submit = form.handleSubmit(async ({ containers }) => {
    try {
      const written = containers.map((container) => filled(containerSpecs, container) as unknown as WriteContainerDto);
      await mutateAsync({ containers: written });
      notify.success(`${awbNumber} goes in ${plural(written.length, 'container')}.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDrawer
      title={`Containers of ${awbNumber}`}
      description="The last digit of a container checks the others (ISO 6346)."
      dirty={form.formState.isDirty}
      busy={form.formState.isSubmitting}
      saveLabel="Save containers"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <ol className="@container flex flex-col gap-4">
          {fields.map((field, at) => (
            <ContainerFields key={field.id} at={at} onRemove={() => remove(at)} />
          ))}
        </ol>
        <Button size="sm" icon={Plus} onClick={() => append(fresh())} className="mt-4">
          Add a container
        </Button>
      </FormProvider>
    </FormDrawer>
  );
}

const fresh = (): ContainerValues => textOf(containerSpecs, { size: '40HC' });

/** Four letters and seven digits. */
const NUMBER_LENGTH = 11;

function ContainerFields({ at, onRemove }: { at: number; onRemove: () => void }) {
  const { setValue } = useFormContext<Values>();
  const name = `containers.${at}` as const;
  const [number, reason] = useWatch<Values, [`${typeof name}.containerNumber`, `${typeof name}.numberReason`]>({
    name: [`${name}.containerNumber`, `${name}.numberReason`],
  });
  const typed = containerNumberOf(number ?? '');
  const doubt = typed ? containerDoubt(typed) : null;
  const whole = typed.length >= NUMBER_LENGTH; // before, it is being typed
  const take = (meant: string) =>
    setValue(`${name}.containerNumber`, meant, { shouldDirty: true, shouldValidate: true });
  return (
    <li className="grid items-start gap-3 rounded-xl border border-line p-3 @md:grid-cols-[2fr_1fr_1.5fr_auto]">
      <div className="flex flex-col gap-2">
        <FormField
          name={`${name}.containerNumber`}
          spec={{
            ...containerSpecs.containerNumber,
            label: `Container ${at + 1}`,
            hint: whole ? doubt?.sentence : undefined,
          }}
        />
        <DidYouMean of={doubt} onTake={take} />
      </div>
      <FormField name={`${name}.size`} spec={containerSpecs.size} />
      <FormField name={`${name}.sealNumber`} spec={containerSpecs.sealNumber} />
      <IconButton
        icon={Trash2}
        size="sm"
        label={`Remove container ${at + 1}`}
        onClick={onRemove}
        className="justify-self-end @md:mt-7"
      />
      {(doubt || reason) && (
        <FormField name={`${name}.numberReason`} spec={containerSpecs.numberReason} className="@md:col-span-4" />
      )}
    </li>
  );
}
