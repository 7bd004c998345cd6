import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../platform/events/undoing';
import type { Actor } from '../auth/access/actor';
import { DelaysService, type Booked } from './delays/delays.service';
import { LineMilestone } from './milestone.entity';
import type { MovedDay } from './plan/plan-keeper';
import { MilestonesService, type MilestoneWriting } from './milestones.service';

/** What can be taken back of a plan, step by step. */
@Injectable()
export class MilestonesUndo {
  constructor(
    private readonly milestones: MilestonesService,
    private readonly delays: DelaysService,
  ) {}

  /** A step that was written for the first time had nothing planned: it is open again. What moved along moves back. */
  @Undoes('milestone.written')
  async undoWriting(event: DomainEventRow, actor: Actor): Promise<void> {
    const { state, ...before } = valuesBefore<MilestoneWriting & { state?: MilestoneWriting['state'] | null }>(event);
    await this.milestones.update(event.subjectId, { ...before, ...(state ? { state } : {}) }, actor);
    const moved = (event.data['moved'] ?? []) as MovedDay[];
    const delays = (event.data['delays'] ?? []) as Booked[];
    for (const { id, source } of delays) if (source === 'plan') await this.delays.takeBack(id, actor);
    if (event.orderLineId && moved.length) await this.milestones.moveBack(event.orderLineId, moved, actor);
  }

  @Undoes('milestone.restored')
  undoRestoring(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.milestones.remove(event.subjectId, actor);
  }

  @Restores('milestone', LineMilestone, { deleted: 'milestone.removed' })
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.milestones.restore(id, actor);
  }
}
