import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { MillOffer } from './mill-offer.entity';
import type { UpdateMillOfferDto } from './mill-offers.dto';
import { MillOffersService } from './mill-offers.service';

/** What can be taken back of an offer. What its choice wrote on the line is taken back there, by the same undo. */
@Injectable()
export class MillOffersUndo {
  constructor(private readonly offers: MillOffersService) {}

  @Undoes('mill_offer.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.offers.update(event.subjectId, valuesBefore<UpdateMillOfferDto>(event), actor);
  }

  @Undoes('mill_offer.recorded', 'mill_offer.restored')
  undoCreation(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.offers.delete(event.subjectId, actor);
  }

  @Undoes('mill_offer.chosen')
  undoChoice({ subjectId, data }: DomainEventRow, actor: Actor): Promise<unknown> {
    const former = data['formerOfferId'];
    return typeof former === 'string'
      ? this.offers.choose(former, undefined, actor)
      : this.offers.release(subjectId, actor);
  }

  @Undoes('mill_offer.released')
  undoRelease({ subjectId }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.offers.choose(subjectId, undefined, actor);
  }

  @Restores('mill_offer', MillOffer)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.offers.restore(id, actor);
  }
}
