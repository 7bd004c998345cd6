import { Injectable, Logger, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Transaction } from '../database/transaction';
import { Jobs } from '../jobs/jobs';
import { discoveredMethods } from './discovered-methods';
import { DomainEventRow } from './domain-event.entity';
import { DOMAIN_EVENTS_QUEUE } from './outbox';

const HANDLES = Symbol('handles domain events');

/** Marks a provider's method that hears of events by name. It runs in a transaction of its own, once per event. */
export const OnDomainEvent = (...names: string[]) => SetMetadata(HANDLES, names);

interface Handler {
  name: string;
  events: ReadonlySet<string>;
  handle: (event: DomainEventRow) => Promise<void>;
}

/** Tells the handlers what happened, stream by stream and in order, at least once; each effect happens once. */
@Injectable()
export class EventDelivery implements OnApplicationBootstrap {
  private readonly logger = new Logger('events');
  private handlers: Handler[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.handlers = discoveredMethods<string[]>(HANDLES, this.discovery, this.scanner, this.reflector).map(
      ({ name, metadata, call }) => ({
        name,
        events: new Set(metadata),
        handle: async (event) => void (await call(event)),
      }),
    );
    await this.jobs.work(DOMAIN_EVENTS_QUEUE, async (data) => this.deliverStream(String(data['streamId'])));
  }

  /** Delivers what a stream's handlers have not yet dealt with, oldest first. Safe to run twice or at the same time. */
  async deliverStream(streamId: string): Promise<void> {
    for (const handler of this.handlers) {
      for (const event of await this.undelivered(streamId, handler)) await this.deliver(event, handler);
    }
  }

  /** Every stream that still owes a handler something: after a crash, and in tests. */
  async deliverPending(): Promise<void> {
    for (const handler of this.handlers) {
      const streams = await this.transaction.manager.query<{ stream_id: string }[]>(
        `SELECT DISTINCT e.stream_id FROM domain_events e WHERE e.name = ANY($1) AND NOT EXISTS
           (SELECT 1 FROM event_deliveries d WHERE d.event_id = e.id AND d.handler = $2)`,
        [[...handler.events], handler.name],
      );
      for (const { stream_id } of streams) await this.deliverStream(stream_id);
    }
  }

  private undelivered(streamId: string, handler: Handler): Promise<DomainEventRow[]> {
    return this.transaction.manager
      .createQueryBuilder(DomainEventRow, 'event')
      .where('event.streamId = :streamId AND event.name IN (:...names)', { streamId, names: [...handler.events] })
      .andWhere(`NOT EXISTS (SELECT 1 FROM event_deliveries d WHERE d.event_id = event.id AND d.handler = :handler)`, {
        handler: handler.name,
      })
      .orderBy('event.sequence')
      .getMany();
  }

  private async deliver(event: DomainEventRow, handler: Handler): Promise<void> {
    await this.transaction.run(async () => {
      const taken = await this.transaction.manager.query<unknown[]>(
        `INSERT INTO event_deliveries (event_id, handler) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING event_id`,
        [event.id, handler.name],
      );
      if (taken.length) await handler.handle(event);
    });
    this.logger.debug(`${event.name} → ${handler.name}`);
  }
}
