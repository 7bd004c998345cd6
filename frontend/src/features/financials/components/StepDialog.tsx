import type { ReactNode } from 'react';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Refusal } from '@/shared/ui/Refusal';

interface StepDialogProps {
  title: string;
  confirmLabel: string;
  danger?: boolean;
  /** What the server said when it said no. */
  error: unknown;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
  /** What it means. */
  children: ReactNode;
}

/** Asks before something that cannot be taken back; a refusal is shown where the person is looking. */
export function StepDialog({ error, onClose, children, ...rest }: StepDialogProps) {
  return (
    <ConfirmDialog open onOpenChange={(open) => !open && onClose()} {...rest}>
      {children}
      <Refusal error={error} />
    </ConfirmDialog>
  );
}
