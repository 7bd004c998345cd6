import { Inject, Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { CONFIG, type Config } from '../../platform/config/config';
import { Transaction } from '../../platform/database/transaction';
import { ResourceNotFound } from '../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../platform/listing/list-definition';
import { paginate, type Page } from '../../platform/listing/page';
import { today } from '../../platform/values/day';
import type { Actor, Role } from '../auth/access/actor';
import type { MailedPerson } from './notice-mail';
import type { NoticeKind, NoticeWay } from './notices/kinds';
import { NOTICE_TYPE } from './notices/notices';
import { Notification, SEVERITIES } from './notification.entity';

export const notificationList: ListDefinition = {
  alias: 'notification',
  filters: {
    isRead: { kind: 'flag', column: 'notification.isRead' },
    severity: { kind: 'choice', column: 'notification.severity', values: SEVERITIES },
    notificationType: {
      kind: 'custom',
      where: 'notification.notificationType IN (:values)',
      known: NOTICE_TYPE,
    },
    orderId: { kind: 'id', column: 'notification.orderId' },
  },
  search: [],
  ordering: { createdAt: 'notification.createdAt' },
  defaultOrdering: '-createdAt',
};

/** Past this nobody reads the number: a badge says 99+. */
const COUNTED = 100;

/** Every query begins with whose notifications they are. */
@Injectable()
export class NotificationsRepository {
  constructor(
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<Notification>> {
    const query = this.rows
      .createQueryBuilder('notification')
      .leftJoin('notification.order', 'order')
      .addSelect(['order.id', 'order.orderNumber'])
      .where('notification.userId = :userId', { userId: actor.id });
    return paginate(query, notificationList, asked);
  }

  /** Unread ones, counted no further than 100. One statement on the index of unread ones. */
  async countUnread(actor: Actor): Promise<number> {
    const [counted] = await this.transaction.manager.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM
         (SELECT 1 FROM notifications WHERE user_id = $1 AND NOT is_read LIMIT ${COUNTED}) unread`,
      [actor.id],
    );
    return counted?.total ?? 0;
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<Notification> {
    const notification = await this.rows
      .createQueryBuilder('notification')
      .leftJoin('notification.order', 'order')
      .addSelect(['order.id', 'order.orderNumber'])
      .where({ id, userId: actor.id })
      .getOne();
    if (!notification) throw new ResourceNotFound('notification');
    return notification;
  }

  /** Marks one as read; one that was read already stays as it is. @throws ResourceNotFound 404 */
  async read(id: string, actor: Actor): Promise<Notification> {
    await this.rows.update({ id, userId: actor.id, isRead: false }, { isRead: true });
    return this.get(id, actor);
  }

  /** @returns how many were unread */
  async readAll(actor: Actor): Promise<number> {
    const { affected } = await this.rows.update({ userId: actor.id, isRead: false }, { isRead: true });
    return affected ?? 0;
  }

  /** @throws ResourceNotFound 404 */
  async remove(id: string, actor: Actor): Promise<void> {
    const { affected } = await this.rows.delete({ id, userId: actor.id });
    if (!affected) throw new ResourceNotFound('notification');
  }

  /** @returns how many were read, and are gone */
  async removeRead(actor: Actor): Promise<number> {
    const { affected } = await this.rows.delete({ userId: actor.id, isRead: true });
    return affected ?? 0;
  }

  /** Of these people and roles, who is still in the house; each once. */
  async activePeople(ids: readonly string[], roles: readonly Role[]): Promise<string[]> {
    const people = await this.transaction.manager.query<{ id: string }[]>(
      `SELECT id FROM user_profiles
        WHERE (id = ANY($1::uuid[]) OR role = ANY($2)) AND is_active AND deleted_at IS NULL ORDER BY id`,
      [ids, roles],
    );
    return people.map(({ id }) => id);
  }

  /** Of these people, who muted the rule of an alert, or snoozed it. Days end where the house's do. */
  async deafTo(alertId: string, people: readonly string[]): Promise<string[]> {
    const mutes = await this.transaction.manager.query<{ id: string }[]>(
      `SELECT DISTINCT m.user_id AS id FROM alert_mutes m JOIN alerts a ON a.id = m.alert_id OR a.rule = m.rule
        WHERE a.id = $1 AND m.user_id = ANY($2::uuid[]) AND (m.until_on IS NULL OR m.until_on > $3::date)`,
      [alertId, people, today(this.config.TZ_HOUSE)],
    );
    return mutes.map(({ id }) => id);
  }

  /** Marks what was told of a thing of an order until then as read. */
  async settle(orderId: string | null, relatedId: string, until: Date): Promise<void> {
    await this.transaction.manager.query(
      `UPDATE notifications SET is_read = TRUE WHERE order_id = $1 AND related_id = $2 AND NOT is_read AND created_at < $3`,
      [orderId, relatedId, until],
    );
  }

  /** How these people want to hear of such notices, where it is not the usual way. */
  async waysOf(people: readonly string[], kind: NoticeKind | null): Promise<ReadonlyMap<string, NoticeWay>> {
    if (!kind || !people.length) return new Map();
    const rows = await this.transaction.manager.query<{ userId: string; way: NoticeWay }[]>(
      `SELECT user_id AS "userId", ways ->> $2 AS way FROM notification_preferences
        WHERE user_id = ANY($1::uuid[]) AND ways ? $2`,
      [people, kind],
    );
    return new Map(rows.map(({ userId, way }) => [userId, way]));
  }

  mailedPeople(ids: readonly string[]): Promise<MailedPerson[]> {
    return this.transaction.manager.query<MailedPerson[]>(
      `SELECT id, full_name AS "fullName", email, language FROM user_profiles WHERE id = ANY($1::uuid[]) ORDER BY id`,
      [ids],
    );
  }

  /** A person who was told of the event already is not told again. @returns those that are new */
  async insertOnce(notifications: Notification[]): Promise<Notification[]> {
    if (!notifications.length) return [];
    const { raw } = await this.rows
      .createQueryBuilder()
      .insert()
      .values(notifications as QueryDeepPartialEntity<Notification>[])
      .orIgnore()
      .returning('id')
      .updateEntity(false)
      .execute();
    const added = new Set((raw as { id: string }[]).map(({ id }) => id));
    return notifications.filter(({ id }) => added.has(id));
  }

  private get rows() {
    return this.transaction.manager.getRepository(Notification);
  }
}
