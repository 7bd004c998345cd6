import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Undoes } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { DeletionRequestsService } from './deletion-requests.service';

/** What can be taken back of a request to delete an order: that it was made, while nobody has answered. */
@Injectable()
export class DeletionRequestsUndo {
  constructor(private readonly requests: DeletionRequestsService) {}

  @Undoes('deletion_request.made')
  undoAsking({ subjectId }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.requests.withdraw(subjectId, actor);
  }
}
