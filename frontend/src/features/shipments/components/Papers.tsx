import { ExternalLink, FileText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ShipmentDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { useCan } from '@/shared/lib/can';
import { formatSize } from '@/shared/lib/format';
import { openFile } from '@/shared/lib/open-file';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { FileDrop } from '@/shared/ui/FileDrop';
import { IconButton } from '@/shared/ui/IconButton';
import { Refusal } from '@/shared/ui/Refusal';
import { useAttachPapers, usePapersLink, useRemovePapers } from '../api';

const megabyte = 1024 * 1024;

/** The papers of a shipment, in one file: the AWB or bill of lading, packing list, invoice. */
export function Papers({ shipment }: { shipment: ShipmentDto }) {
  const may = useCan();
  const attach = useAttachPapers(shipment);
  const { documents, awbNumber } = shipment;
  const send = (file: File) =>
    attach.mutate(file, { onSuccess: () => notify.success(`${file.name} is attached to ${awbNumber}.`) });

  return (
    <Card title="Papers">
      {documents && <PapersFile shipment={shipment} file={documents} />}
      {may('shipment.write') && (
        <FileDrop
          label={documents ? 'Drop newer papers here' : 'Drop the papers here'}
          hint="One file of 10 MB at most: PDF, picture, Word, Excel or text."
          maxSize={10 * megabyte}
          busy={attach.isPending}
          error={attach.error ? toProblem(attach.error).detail : undefined}
          onFiles={([file]) => file && send(file)}
        />
      )}
      {!documents && !may('shipment.write') && <p className="text-sm text-muted">None attached yet.</p>}
    </Card>
  );
}

function PapersFile({ shipment, file }: { shipment: ShipmentDto; file: NonNullable<ShipmentDto['documents']> }) {
  const may = useCan();
  const [asking, setAsking] = useState(false);
  const link = usePapersLink(shipment);
  const open = () => link.mutate(undefined, { onSuccess: openFile });
  return (
    <div className="mb-3 flex items-center gap-3 rounded-lg border border-line px-3 py-2.5">
      <FileText aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
      <div className="min-w-0 flex-1 text-sm">
        <p className="break-words font-medium">{file.fileName}</p>
        <p className="text-[0.8125rem] text-muted">{formatSize(file.size)}</p>
      </div>
      <Button size="sm" icon={ExternalLink} busy={link.isPending} onClick={open}>
        Open<span className="sr-only"> {file.fileName}</span>
      </Button>
      {may('shipment.write') && (
        <IconButton icon={Trash2} size="sm" label={`Remove ${file.fileName}`} onClick={() => setAsking(true)} />
      )}
      {asking && <RemovePapersDialog shipment={shipment} fileName={file.fileName} onClose={() => setAsking(false)} />}
    </div>
  );
}

interface RemovePapersDialogProps {
  shipment: ShipmentDto;
  fileName: string;
  onClose: () => void;
}

function RemovePapersDialog({ shipment, fileName, onClose }: RemovePapersDialogProps) {
  const { mutateAsync, error } = useRemovePapers(shipment);
  const remove = async () => {
    await mutateAsync();
    notify.success(`${fileName} is removed.`);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${fileName}?`}
      confirmLabel="Remove papers"
      danger
      onConfirm={remove}
    >
      The file itself is gone then; that it was there stays in the history.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}
