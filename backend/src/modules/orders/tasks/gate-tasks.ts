import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { TasksService } from './tasks.service';

/** Marks tasks done that wait for a gate. Runs in the worker, after the decision and apart from it. */
@Injectable()
export class GateTasks {
  constructor(private readonly tasks: TasksService) {}

  /** However often it runs: a task that is done is left as it is, and so is one whose gate was taken back meanwhile. */
  @OnDomainEvent('approval.recorded')
  async close({ orderLineId, actorId, data }: DomainEventRow): Promise<void> {
    const after = (data['after'] ?? {}) as Record<string, unknown>;
    if (!orderLineId) return;
    for (const [gate, status] of Object.entries(after))
      if (status === 'approved') await this.tasks.closeWithGate(orderLineId, gate, actorId ? { id: actorId } : null);
  }
}
