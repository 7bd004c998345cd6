import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { Parcel } from './parcel.entity';
import type { UpdateParcelDto } from './parcels.dto';
import { ParcelsService } from './parcels.service';

/** What can be taken back of parcels; what it means for each sample in it is taken back with that sample. */
@Injectable()
export class ParcelsUndo {
  constructor(private readonly parcels: ParcelsService) {}

  @Undoes('parcel.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.parcels.update(event.subjectId, valuesBefore<UpdateParcelDto>(event), actor);
  }

  @Undoes('parcel.sent', 'parcel.restored')
  undoSending({ subjectId }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.parcels.delete(subjectId, actor);
  }

  /** Which samples went is theirs to take back: in the parcel nothing else has changed. */
  @Undoes('parcel.packed', 'parcel.unpacked')
  undoPacking(): Promise<void> {
    return Promise.resolve();
  }

  @Undoes('parcel.received')
  undoReceipt({ subjectId }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.parcels.takeReceiptBack(subjectId, actor);
  }

  @Restores('parcel', Parcel)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.parcels.restore(id, actor);
  }
}
