import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { ExternalLink, FileText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { toProblem } from '../api/errors';
import type { FileLinkDto, StoredFileDto } from '../api/generated';
import { formatSize } from '../lib/format';
import { notify } from '../lib/notify';
import { openFile } from '../lib/open-file';
import { Button } from './Button';
import { Card } from './Card';
import { ConfirmDialog } from './ConfirmDialog';
import { FileDrop } from './FileDrop';
import { IconButton } from './IconButton';
import { Refusal } from './Refusal';
import { isUnread, ScanBadge, scanFact } from './ScanBadge';

const tenMegabytes = 10 * 1024 * 1024;

export interface FileCardProps {
  title: string;
  /** What it belongs to: "PI-00042", "Lab dip, round 1 of Black". */
  of: string;
  file: StoredFileDto | null;
  getLink: () => Promise<FileLinkDto>;
  /** Null where none can be added, or no longer. */
  add: UseMutationResult<unknown, Error, File> | null;
  /** Null where it stays. */
  remove?: UseMutationResult<unknown, Error, void> | null;
  /** "Drop the PDF here" */
  label: string;
  hint: string;
  accept?: string;
}

/** The one file of a thing: opened, put in the place of another, and removed where that may be. */
export function FileCard({ title, of, file, getLink, add, remove, label, hint, accept }: FileCardProps) {
  const [removing, setRemoving] = useState(false);
  const link = useMutation({ mutationFn: getLink, onSuccess: openFile });
  const send = (chosen: File) =>
    add?.mutate(chosen, { onSuccess: () => notify.success(`${chosen.name} is attached to ${of}.`) });
  return (
    <Card title={title}>
      {file && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line px-3 py-2.5 not-last:mb-3">
          <FileText aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
          <div className="min-w-0 flex-1 text-sm">
            <p className="break-words font-medium">{file.fileName}</p>
            <p className="text-[0.8125rem] text-muted">
              {[formatSize(file.size), scanFact(file)].filter(Boolean).join(' · ')}
            </p>
          </div>
          <Button
            size="sm"
            icon={ExternalLink}
            busy={link.isPending}
            disabled={file.scanState === 'infected'}
            onClick={() => link.mutate()}
          >
            Open <span className="sr-only">{file.fileName}</span>
          </Button>
          {remove && (
            <IconButton icon={Trash2} size="sm" label={`Remove ${file.fileName}`} onClick={() => setRemoving(true)} />
          )}
          {isUnread(file) && (
            <div className="flex basis-full flex-wrap items-center gap-x-2 gap-y-1">
              <ScanBadge of={file} />
            </div>
          )}
        </div>
      )}
      {add && (
        <FileDrop
          label={label}
          hint={hint}
          accept={accept}
          maxSize={tenMegabytes}
          busy={add.isPending}
          error={add.error ? toProblem(add.error).detail : undefined}
          onFiles={([chosen]) => chosen && send(chosen)}
        />
      )}
      {!file && !add && <p className="text-sm text-muted">None attached.</p>}
      {removing && file && remove && (
        <RemoveDialog fileName={file.fileName} remove={remove} onClose={() => setRemoving(false)} />
      )}
    </Card>
  );
}

interface RemoveDialogProps {
  fileName: string;
  remove: UseMutationResult<unknown, Error, void>;
  onClose: () => void;
}

function RemoveDialog({ fileName, remove, onClose }: RemoveDialogProps) {
  const confirm = async () => {
    await remove.mutateAsync();
    notify.success(`${fileName} is removed.`);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${fileName}?`}
      confirmLabel="Remove file"
      danger
      onConfirm={confirm}
    >
      The file itself is gone then; that it was there stays in the history.
      <Refusal error={remove.error} />
    </ConfirmDialog>
  );
}
