import type { ShipmentDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { FileCard } from '@/shared/ui/FileCard';
import { linkToPapers, useAttachPapers, useRemovePapers } from '../api';

/** The papers of a shipment, in one file: the AWB or bill of lading, packing list, invoice. */
export function Papers({ shipment }: { shipment: ShipmentDto }) {
  const mayWrite = useCan()('shipment.write');
  const add = useAttachPapers(shipment);
  const remove = useRemovePapers(shipment);
  return (
    <FileCard
      title="All papers in one file"
      of={shipment.awbNumber}
      file={shipment.documents}
      getLink={() => linkToPapers(shipment.id)}
      add={mayWrite ? add : null}
      remove={mayWrite ? remove : null}
      label={shipment.documents ? 'Drop newer papers here' : 'Drop the papers here'}
      hint="One file of 10 MB at most: PDF, picture, Word, Excel or text."
    />
  );
}
