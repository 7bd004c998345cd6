import type { SampleDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Refusal } from '@/shared/ui/Refusal';
import { useDeleteSample, useSampleNews } from '../api';
import { sampleInSentence, sampleName } from '../vocabulary';

interface DeleteSampleDialogProps {
  sample: SampleDto;
  onClose: () => void;
  /** Where to go when its page is gone, before the page notices. */
  leave?: () => Promise<void>;
}

export function DeleteSampleDialog({ sample, onClose, leave }: DeleteSampleDialogProps) {
  const news = useSampleNews();
  const { mutateAsync, error } = useDeleteSample(sample);
  const remove = async () => {
    await mutateAsync();
    notify.success(`${sampleName(sample)} is in the trash.`);
    await leave?.();
    news.gone(sample);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${sampleInSentence(sample)}?`}
      confirmLabel="Delete sample"
      danger
      onConfirm={remove}
    >
      It goes to the trash for 30 days. The number of its round is not given again, and its history stays.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}
