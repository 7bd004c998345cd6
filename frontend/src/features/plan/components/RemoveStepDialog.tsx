import type { MilestoneDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Refusal } from '@/shared/ui/Refusal';
import { useRemoveStep } from '../api';

interface RemoveStepDialogProps {
  step: MilestoneDto;
  lineLabel: string;
  onClose: () => void;
}

export function RemoveStepDialog({ step, lineLabel, onClose }: RemoveStepDialogProps) {
  const { mutateAsync, error } = useRemoveStep(step);
  const remove = async () => {
    await mutateAsync();
    notify.success(`${step.label} is out of the plan of ${lineLabel}.`);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Take ${step.label} out of the plan?`}
      confirmLabel="Take it out"
      danger
      onConfirm={remove}
    >
      Its days and note for {lineLabel} go with it; the history keeps them. A step that merely does not apply can be
      marked so instead.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}
