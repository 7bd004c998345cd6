import type { SampleDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Refusal } from '@/shared/ui/Refusal';
import { useTakeSendingBack } from '../api';
import { sampleInSentence, sampleName } from '../vocabulary';

interface NotSentDialogProps {
  sample: SampleDto;
  onClose: () => void;
}

/** It was recorded as sent by mistake. */
export function NotSentDialog({ sample, onClose }: NotSentDialogProps) {
  const { mutateAsync, error } = useTakeSendingBack(sample);
  const takeBack = async () => {
    await mutateAsync();
    notify.success(`${sampleName(sample)} waits to be sent again.`);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Was ${sampleInSentence(sample)} not sent?`}
      confirmLabel="Not sent"
      onConfirm={takeBack}
    >
      It waits to be sent again, and its gate stands as it did before. That it was recorded stays in the history.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}
