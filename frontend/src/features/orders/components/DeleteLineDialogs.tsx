import type { LineDto, StyleDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { useDeleteLine, useDeleteStyle } from '../api';
import { useAgreement } from '../revision/use-agreement';
import { Refusal } from '@/shared/ui/Refusal';

export function DeleteLineDialog({ line, onClose }: { line: LineDto; onClose: () => void }) {
  const { attempt, isAsking, question } = useAgreement(line.label, line.orderId, line);
  const { mutateAsync, error } = useDeleteLine(line, attempt);
  const remove = async () => {
    await mutateAsync();
    notify.success(`${line.label} is in the trash.`);
  };
  return (
    <>
      <ConfirmDialog
        open={!isAsking}
        onOpenChange={(open) => !open && onClose()}
        title={`Delete ${line.label}?`}
        confirmLabel="Delete line"
        danger
        onConfirm={remove}
      >
        It goes to the trash for 30 days. Its approvals and its history stay; the order’s quantity and value follow.
        <Refusal error={error} />
      </ConfirmDialog>
      {question}
    </>
  );
}

export function DeleteStyleDialog({ style, onClose }: { style: StyleDto; onClose: () => void }) {
  const { mutateAsync, error } = useDeleteStyle(style);
  const remove = async () => {
    await mutateAsync();
    notify.success(`Style ${style.styleNumber} is in the trash.`);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete style ${style.styleNumber}?`}
      confirmLabel="Delete style"
      danger
      onConfirm={remove}
    >
      It goes to the trash for 30 days, with its {plural(style.lines.length, 'line')}.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}
