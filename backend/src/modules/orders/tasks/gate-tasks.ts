import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { TasksService } from './tasks.service';

/** Marks tasks done that wait for a gate, and opens them again when it is taken back. Runs in the worker, after the decision and apart from it. */
@Injectable()
export class GateTasks {
  constructor(private readonly tasks: TasksService) {}

  /**
   * However often it runs: it goes by how the gate stands now, and leaves alone what a person has done or
   * reopened. Its name stays: what was delivered is remembered by it.
   */
  @OnDomainEvent('approval.recorded')
  async close({ orderLineId, actorId, data }: DomainEventRow): Promise<void> {
    const after = (data['after'] ?? {}) as Record<string, unknown>;
    if (!orderLineId) return;
    const actor = actorId ? { id: actorId } : null;
    for (const [gate, status] of Object.entries(after))
      if (status === 'approved') await this.tasks.closeWithGate(orderLineId, gate, actor);
      else await this.tasks.reopenWithGate(orderLineId, gate, actor);
  }
}
