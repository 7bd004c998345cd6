import type { LineDto } from '@/shared/api/generated';
import { FilesCard } from '@/shared/files/FilesCard';
import { Drawer } from '@/shared/ui/Drawer';

interface LineFilesProps {
  line: LineDto;
  onClose: () => void;
}

/** The files of one line, from the side. */
export function LineFiles({ line, onClose }: LineFilesProps) {
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()} title={line.label} size="lg">
      <FilesCard of={{ orderId: line.orderId, orderLineId: line.id }} />
    </Drawer>
  );
}
