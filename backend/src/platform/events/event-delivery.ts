import { Injectable, Logger, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { In } from 'typeorm';
import { Transaction } from '../database/transaction';
import { Jobs, type Pace } from '../jobs/jobs';
import { discoveredMethods } from './discovered-methods';
import { DomainEventRow } from './domain-event.entity';
import { DOMAIN_EVENTS_QUEUE } from './outbox';

const HANDLES = Symbol('handles domain events');

/** Marks a provider's method that hears of events by name. It runs in a transaction of its own, once per event. */
export const OnDomainEvent = (...names: string[]) => SetMetadata(HANDLES, names);

/** Of jobs that name streams so many are taken at a time: what was written of one stream in quick succession is told at once. */
const PACE: Pace = { taken: 50, atOnce: 2 };

/** Of one stream, read at a time. */
const MOST_OWED = 500;

/** The owed of the streams that `where` chooses: an event, and a handler that hears of it and has not dealt with it. */
const owed = (columns: string, where: string): string =>
  `SELECT ${columns} FROM domain_events e JOIN unnest($1::text[], $2::text[]) h (handler, name) ON h.name = e.name
    WHERE ${where} AND NOT EXISTS
      (SELECT 1 FROM event_deliveries d WHERE d.event_id = e.id AND d.handler = h.handler)`;

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
  /** Handlers and the names that they hear of, side by side, as `owed` wants them. */
  private hears: [handlers: string[], names: string[]] = [[], []];

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
    const pairs = this.handlers.flatMap(({ name, events }) => [...events].map((event) => [name, event] as const));
    this.hears = [pairs.map(([handler]) => handler), pairs.map(([, name]) => name)];
    await this.jobs.work(DOMAIN_EVENTS_QUEUE, (data) => this.deliverStream(String(data['streamId'])), PACE);
  }

  /**
   * Delivers what a stream's handlers have not yet dealt with, handler by handler and oldest first, and what they made
   * happen by that, until nothing is left. Safe to run twice or at the same time.
   */
  async deliverStream(streamId: string): Promise<void> {
    for (let rows = await this.owedBy(streamId); rows.length; rows = await this.owedBy(streamId)) {
      const ids = [...new Set(rows.map(({ id }) => id))];
      const events = new Map((await this.events.findBy({ id: In(ids) })).map((event) => [event.id, event]));
      for (const handler of this.handlers)
        for (const { id } of rows.filter((row) => row.handler === handler.name)) {
          const event = events.get(id);
          if (event) await this.deliver(event, handler);
        }
    }
  }

  /** Every stream that still owes a handler something: after a crash, and in tests. */
  async deliverPending(): Promise<void> {
    for (let streams = await this.owing(); streams.length; streams = await this.owing())
      for (const { stream_id } of streams) await this.deliverStream(stream_id);
  }

  private owing(): Promise<{ stream_id: string }[]> {
    return this.transaction.manager.query(owed('DISTINCT e.stream_id', 'TRUE'), this.hears);
  }

  private owedBy(streamId: string): Promise<{ id: string; handler: string }[]> {
    const asked = `${owed('e.id, h.handler', 'e.stream_id = $3')} ORDER BY e.sequence LIMIT ${MOST_OWED}`;
    return this.transaction.manager.query(asked, [...this.hears, streamId]);
  }

  private get events() {
    return this.transaction.manager.getRepository(DomainEventRow);
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
