import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { ExternalLink, FileText } from 'lucide-react';
import { toProblem } from '@/shared/api/errors';
import type { AttachmentDto, FileLinkDto } from '@/shared/api/generated';
import { formatSize } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { openFile } from '@/shared/lib/open-file';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { FileDrop } from '@/shared/ui/FileDrop';

const tenMegabytes = 10 * 1024 * 1024;

interface PaperFileProps {
  title: string;
  /** The number of the PI or LC. */
  of: string;
  file: AttachmentDto | null;
  getLink: () => Promise<FileLinkDto>;
  /** Null where it can no longer be added. */
  add: UseMutationResult<unknown, Error, File> | null;
  /** "Drop the PDF here" */
  label: string;
  hint: string;
  accept: string;
}

/** The one file of a PI or LC. */
export function PaperFile({ title, of, file, getLink, add, label, hint, accept }: PaperFileProps) {
  const link = useMutation({ mutationFn: getLink, onSuccess: openFile });
  const send = (chosen: File) =>
    add?.mutate(chosen, { onSuccess: () => notify.success(`${chosen.name} is added to ${of}.`) });
  return (
    <Card title={title}>
      {file && (
        <div className="flex items-center gap-3 rounded-lg border border-line px-3 py-2.5 not-last:mb-3">
          <FileText aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
          <div className="min-w-0 flex-1 text-sm">
            <p className="break-words font-medium">{file.fileName}</p>
            <p className="text-[0.8125rem] text-muted">{formatSize(file.size)}</p>
          </div>
          <Button
            size="sm"
            icon={ExternalLink}
            busy={link.isPending}
            aria-label={`Open ${file.fileName}`}
            onClick={() => link.mutate()}
          >
            Open
          </Button>
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
      {!file && !add && <p className="text-sm text-muted">There is none.</p>}
    </Card>
  );
}
