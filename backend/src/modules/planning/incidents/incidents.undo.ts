import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { Incident } from './incident.entity';
import type { UpdateIncidentDto } from './incidents.dto';
import { IncidentsService } from './incidents.service';

/** What can be taken back of an incident; what it booked follows. */
@Injectable()
export class IncidentsUndo {
  constructor(private readonly incidents: IncidentsService) {}

  /** Also of a move that was taken back itself. */
  @Undoes('incident.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const before = valuesBefore<UpdateIncidentDto & Parameters<Incident['takeBack']>[0]>(event);
    return 'status' in before
      ? this.incidents.takeBack(event.subjectId, before, actor)
      : this.incidents.update(event.subjectId, before, actor);
  }

  @Undoes('incident.started', 'incident.resolved', 'incident.closed', 'incident.reopened')
  undoMove(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.incidents.takeBack(event.subjectId, valuesBefore<Parameters<Incident['takeBack']>[0]>(event), actor);
  }

  @Undoes('incident.reported', 'incident.restored')
  undoReport({ subjectId }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.incidents.delete(subjectId, actor);
  }

  @Restores('incident', Incident)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.incidents.restore(id, actor);
  }
}
