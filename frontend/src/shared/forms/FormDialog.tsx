import { type FormEvent, type ReactNode, useId } from 'react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { saveOnCtrlEnter } from './FormDrawer';
import { Refusal } from '../ui/Refusal';

interface FormDialogProps {
  /** What will happen, with the name of what it happens to: "Reject round 2 of the lab dip". */
  title: string;
  description?: ReactNode;
  busy: boolean;
  /** The verb. */
  saveLabel: string;
  /** Where "Cancel" would be taken for the thing itself. */
  leaveLabel?: string;
  danger?: boolean;
  /** What the server said that belongs to no field here. */
  refusal?: unknown;
  onSave: (event?: FormEvent) => void;
  onClose: () => void;
  /** A few fields. */
  children: ReactNode;
}

/** A question with a few fields, such as a day and a reason. Longer forms go into a `FormDrawer`. */
export function FormDialog(props: FormDialogProps) {
  const { title, description, busy, saveLabel, leaveLabel = 'Cancel', danger = false } = props;
  const { refusal, onSave, onClose, children } = props;
  const formId = useId();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !busy && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose} disabled={busy}>
            {leaveLabel}
          </Button>
          <Button type="submit" form={formId} variant={danger ? 'danger' : 'primary'} busy={busy}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={onSave}
        onKeyDown={saveOnCtrlEnter}
        className="grid gap-x-4 gap-y-4 sm:grid-cols-2"
      >
        {children}
      </form>
      <Refusal error={refusal} />
    </Dialog>
  );
}
