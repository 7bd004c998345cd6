import { ExternalLink, FileText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SampleDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { useCan } from '@/shared/lib/can';
import { notify } from '@/shared/lib/notify';
import { openFile } from '@/shared/lib/open-file';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { FileDrop } from '@/shared/ui/FileDrop';
import { IconButton } from '@/shared/ui/IconButton';
import { Refusal } from '@/shared/ui/Refusal';
import { useAttach, useFileLink, useRemoveFile } from '../api';
import { sampleName } from '../vocabulary';

const megabyte = 1024 * 1024;

/** One file to a sample: a photo of the swatch, the lab's report, the buyer's comments. */
export function SampleFile({ sample }: { sample: SampleDto }) {
  const may = useCan();
  const attach = useAttach(sample);
  const { attachment } = sample;
  const send = (file: File) =>
    attach.mutate(file, { onSuccess: () => notify.success(`${file.name} is attached to ${sampleName(sample)}.`) });

  return (
    <Card title="File">
      {attachment && <AttachedFile sample={sample} file={attachment} />}
      {may('sample.write') && (
        <FileDrop
          label={attachment ? 'Drop another in its place' : 'Drop a photo, a report or comments here'}
          hint="One file of 10 MB at most: PDF, picture, Word, Excel or text."
          maxSize={10 * megabyte}
          busy={attach.isPending}
          error={attach.error ? toProblem(attach.error).detail : undefined}
          onFiles={([file]) => file && send(file)}
        />
      )}
      {!attachment && !may('sample.write') && <p className="text-sm text-muted">None attached yet.</p>}
    </Card>
  );
}

function AttachedFile({ sample, file }: { sample: SampleDto; file: NonNullable<SampleDto['attachment']> }) {
  const may = useCan();
  const [asking, setAsking] = useState(false);
  const link = useFileLink(sample);
  const open = () => link.mutate(undefined, { onSuccess: openFile });
  return (
    <div className="mb-3 flex items-center gap-3 rounded-lg border border-line px-3 py-2.5">
      <FileText aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
      <div className="min-w-0 flex-1 text-sm">
        <p className="break-words font-medium">{file.fileName}</p>
        <p className="text-[0.8125rem] text-muted">{sizeOf(file.size)}</p>
      </div>
      <Button size="sm" icon={ExternalLink} busy={link.isPending} onClick={open}>
        Open <span className="sr-only">{file.fileName}</span>
      </Button>
      {may('sample.write') && (
        <IconButton icon={Trash2} size="sm" label={`Remove ${file.fileName}`} onClick={() => setAsking(true)} />
      )}
      {asking && <RemoveFileDialog sample={sample} fileName={file.fileName} onClose={() => setAsking(false)} />}
    </div>
  );
}

interface RemoveFileDialogProps {
  sample: SampleDto;
  fileName: string;
  onClose: () => void;
}

function RemoveFileDialog({ sample, fileName, onClose }: RemoveFileDialogProps) {
  const { mutateAsync, error } = useRemoveFile(sample);
  const remove = async () => {
    await mutateAsync();
    notify.success(`${fileName} is removed.`);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${fileName}?`}
      confirmLabel="Remove file"
      danger
      onConfirm={remove}
    >
      The file itself is gone then; that it was there stays in the history.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}

function sizeOf(bytes: number): string {
  return bytes < megabyte ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / megabyte).toFixed(1)} MB`;
}
