import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Drawer } from '../ui/Drawer';

interface FormDrawerProps {
  title: string;
  description?: ReactNode;
  /** There is something to lose. */
  dirty: boolean;
  busy: boolean;
  saveLabel: string;
  onSave: (event?: FormEvent) => void;
  onClose: () => void;
  children: ReactNode;
  /** Under the form and no part of it: what is said of the thing. */
  after?: ReactNode;
}

/** A form from the side. Ctrl+Enter saves from any field; closing asks first when something was typed. */
export function FormDrawer({
  title,
  description,
  dirty,
  busy,
  saveLabel,
  onSave,
  onClose,
  children,
  after,
}: FormDrawerProps) {
  const formId = useId();
  const [asking, setAsking] = useState(false);
  const leave = () => (dirty ? setAsking(true) : onClose());

  return (
    <Drawer
      open
      size="lg"
      onOpenChange={(open) => !open && leave()}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={leave}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={onSave} onKeyDown={saveOnCtrlEnter}>
        {children}
      </form>
      {after && <div className="mt-8">{after}</div>}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Close without saving?"
        confirmLabel="Close"
        cancelLabel="Go on"
        danger
        onConfirm={onClose}
      >
        What you typed here is not saved yet.
      </ConfirmDialog>
    </Drawer>
  );
}

export function saveOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
