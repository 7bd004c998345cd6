import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { CONFIG, type Config } from '../../platform/config/config';
import { Transaction } from '../../platform/database/transaction';
import { chainOf, endsOf } from '../../platform/events/chain';
import { DomainEventRow } from '../../platform/events/domain-event.entity';
import type { ListDefinition, ListQuery } from '../../platform/listing/list-definition';
import { paginate, type Page } from '../../platform/listing/page';
import type { Actor } from '../auth/access/actor';
import { scopeOf } from '../auth/access/capabilities';
import { User } from '../auth/users/user.entity';
import { OrderLine } from '../orders/line/line.entity';
import { Order } from '../orders/order/order.entity';
import { visibleTo } from '../orders/order-scope';
import { OrderStyle } from '../orders/style/style.entity';

export const activityList: ListDefinition = {
  alias: 'event',
  filters: {
    orderId: { kind: 'id', column: 'event.orderId' },
    orderLineId: { kind: 'id', column: 'event.orderLineId' },
    actorId: { kind: 'id', column: 'event.actorId' },
    name: {
      kind: 'custom',
      where: 'event.name IN (:values)',
      description: 'Such as sample.rejected; may be repeated.',
    },
    kind: { kind: 'custom', where: 'event.subjectType IN (:values)', description: 'Such as sample; may be repeated.' },
    recordedLate: {
      kind: 'custom',
      where: `(event.recordedAt - event.occurredAt > interval '1 minute') IN (:values)`,
      values: ['true', 'false'],
      description: 'Written down some time after it happened, or at once.',
    },
    occurredFrom: {
      kind: 'dayFrom',
      column: 'event.occurredAt',
      description: 'Happened on this day of the house or later.',
    },
    occurredTo: {
      kind: 'dayTo',
      column: 'event.occurredAt',
      description: 'Happened on this day of the house or earlier.',
    },
  },
  search: [],
  ordering: { sequence: 'event.sequence' },
  defaultOrdering: '-sequence',
};

/** Who sees a part of a shipment does not see its files: these are of all of its orders. */
const OF_FILES = ['shipment.file_attached', 'shipment.file_removed'];

export const shipmentHistoryList: ListDefinition = {
  alias: 'event',
  filters: {},
  search: [],
  ordering: { sequence: 'event.sequence' },
  defaultOrdering: '-sequence',
};

/** An event with what its sentence names. */
export interface ActivityRow extends DomainEventRow {
  orderId: string;
  /** Null once it was purged: its history outlives it. */
  order: Order | null;
  actor: User | null;
  line: OrderLine | null;
  style: OrderStyle | null;
  /** To whom an order was handed. */
  heir: User | null;
  /** Who had it before. */
  holder: User | null;
  /** What took it back, if anything did. */
  undoing: DomainEventRow | null;
  /** The first event of the same subject. */
  origin: DomainEventRow | null;
}

/** Whether an order's history is as it was written. */
export interface ChainState {
  events: number;
  firstBroken: string | null;
  /** Entries that were written and are gone. */
  missing: number;
  /** It ends with the entry that was written last. */
  endFits: boolean;
}

/** Reads history over the modules that wrote it; nothing here writes. */
@Injectable()
export class ActivityRepository {
  constructor(
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One statement, and one for the count. What was removed since is still named, orders in the trash too. */
  list(asked: ListQuery, actor: Actor): Promise<Page<ActivityRow>> {
    const query = this.visible(actor);
    const left = within(query, asked, this.config.TZ_HOUSE);
    return paginate(query, activityList, left) as Promise<Page<ActivityRow>>;
  }

  /** Of a shipment that the caller has shown to be visible. @param whole not only a part of what goes */
  ofShipment(id: string, whole: boolean, asked: ListQuery): Promise<Page<ActivityRow>> {
    const query = rowsOf(this.transaction.manager).where(`event.subjectId = :id AND event.subjectType = 'shipment'`, {
      id,
    });
    if (!whole) query.andWhere('event.name NOT IN (:...files)', { files: OF_FILES });
    return paginate(query, shipmentHistoryList, asked) as Promise<Page<ActivityRow>>;
  }

  /** Whether it tells of an order that they may see, in the trash too. */
  tellsOf(orderId: string, actor: Actor): Promise<boolean> {
    return this.visible(actor).andWhere('event.orderId = :orderId', { orderId }).getExists();
  }

  /** Of an order that they may see, or of the house by themselves. */
  find(id: string, actor: Actor): Promise<ActivityRow | null> {
    return this.ownToo(actor).andWhere('event.id = :id', { id }).getOne() as Promise<ActivityRow | null>;
  }

  /** Oldest first. */
  byIds(ids: readonly string[], actor: Actor): Promise<ActivityRow[]> {
    return this.ownToo(actor)
      .andWhere('event.id IN (:...ids)', { ids })
      .orderBy('event.sequence')
      .getMany() as unknown as Promise<ActivityRow[]>;
  }

  /** Works the hash chain of an order out anew: the first event that does not fit is where somebody changed or took something out; what was cut off its end is missed there. */
  async verify(orderId: string): Promise<ChainState> {
    const [state] = await this.transaction.manager.query<ChainState[]>(
      `WITH ${chainOf('stream_id = $1')}, ${endsOf('stream_id = $1')}
       SELECT count(*)::int AS events, (array_agg(id ORDER BY sequence) FILTER (WHERE NOT fits))[1] AS "firstBroken",
              coalesce((SELECT missing FROM ends), 0) AS missing, coalesce((SELECT fits FROM ends), TRUE) AS "endFits"
         FROM chain`,
      [orderId],
    );
    return state ?? { events: 0, firstBroken: null, missing: 0, endFits: true };
  }

  /** With what the actor did to no order: to what the house goes by. */
  private ownToo(actor: Actor): SelectQueryBuilder<DomainEventRow> {
    const ofOrders = { house: 'TRUE', own: 'order.merchandiserId = :actorId' };
    const scope = scopeOf(actor.role, 'activity.read');
    return rowsOf(this.transaction.manager).where(
      `(CASE WHEN event.orderId IS NULL THEN event.actorId = :actorId ELSE ${scope ? ofOrders[scope] : 'FALSE'} END)`,
      { actorId: actor.id },
    );
  }

  private visible(actor: Actor): SelectQueryBuilder<DomainEventRow> {
    return visibleTo(rowsOf(this.transaction.manager), actor, 'activity.read').andWhere('event.orderId IS NOT NULL');
  }
}

/** Narrows to days of the house, each from its midnight to the next. @returns what is still to be narrowed by */
export function within(query: SelectQueryBuilder<DomainEventRow>, asked: ListQuery, zone: string): ListQuery {
  const { occurredFrom, occurredTo, ...filters } = asked.filters;
  if (occurredFrom)
    query.andWhere('event.occurredAt >= CAST(:from AS timestamp) AT TIME ZONE :zone', { from: occurredFrom[0], zone });
  if (occurredTo)
    query.andWhere(`event.occurredAt < (CAST(:to AS timestamp) + interval '1 day') AT TIME ZONE :zone`, {
      to: occurredTo[0],
      zone,
    });
  return { ...asked, filters };
}

/** Events with what their sentences name, also where that was deleted since. */
export function rowsOf(manager: EntityManager): SelectQueryBuilder<DomainEventRow> {
  return manager
    .createQueryBuilder(DomainEventRow, 'event')
    .withDeleted()
    .leftJoinAndMapOne('event.order', Order, 'order', 'order.id = event.orderId')
    .leftJoinAndMapOne('event.actor', User, 'actor', 'actor.id = event.actorId')
    .leftJoinAndMapOne('event.line', OrderLine, 'line', 'line.id = event.orderLineId')
    .leftJoinAndMapOne('event.style', OrderStyle, 'style', 'style.id = COALESCE(line.styleId, event.subjectId)')
    .leftJoinAndMapOne(
      'event.heir',
      User,
      'heir',
      `heir.id = CASE WHEN event.name = 'order.assigned' THEN CAST(event.data -> 'after' ->> 'merchandiserId' AS uuid) END`,
    )
    .leftJoinAndMapOne(
      'event.holder',
      User,
      'holder',
      `holder.id = CASE WHEN event.name = 'order.assigned' THEN CAST(event.data -> 'before' ->> 'merchandiserId' AS uuid) END`,
    )
    .leftJoinAndMapOne(
      'event.undoing',
      DomainEventRow,
      'undoing',
      `undoing.id = (SELECT u.id FROM domain_events u WHERE u.data ->> 'undoes' = CAST(event.id AS text) LIMIT 1)`,
    )
    .leftJoinAndMapOne(
      'event.origin',
      DomainEventRow,
      'origin',
      `origin.id = (SELECT f.id FROM domain_events f WHERE f.subject_id = event.subjectId ORDER BY f.sequence LIMIT 1)`,
    )
    .select([
      'event',
      'order.id',
      'order.orderNumber',
      'order.customerName',
      'order.unit',
      'order.currency',
      'order.deletedAt',
      'actor.id',
      'actor.fullName',
      'line.id',
      'line.colorName',
      'line.part',
      'line.colorCode',
      'line.cadName',
      'line.cadCode',
      'line.unit',
      'line.currency',
      'style.id',
      'style.styleNumber',
      'heir.id',
      'heir.fullName',
      'holder.id',
      'holder.fullName',
      'undoing.id',
      'origin.id',
      'origin.data',
    ]);
}
