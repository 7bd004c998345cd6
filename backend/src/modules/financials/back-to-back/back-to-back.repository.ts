import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { SettingsRepository } from '../../../platform/database/settings.repository';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { trashedOf } from '../../orders/order-scope';
import { onVisibleOrders } from '../letter-of-credit/credit-scope';
import { BackToBackBasis, BackToBackCredit, BackToBackRule } from './back-to-back.entity';
import { BACK_TO_BACK_STATES } from './back-to-back.rules';

const STATE = `(CASE WHEN opened.paidOn IS NOT NULL THEN 'paid' WHEN opened.acceptedOn IS NOT NULL THEN 'accepted'
  WHEN opened.openedOn IS NOT NULL THEN 'opened' ELSE 'planned' END) IN (:values)`;

export const backToBackList: ListDefinition = {
  alias: 'opened',
  filters: {
    state: { kind: 'custom', values: BACK_TO_BACK_STATES, where: STATE, description: 'How far it is.' },
    letterOfCreditId: { kind: 'id', column: 'opened.letterOfCreditId', description: 'The master.' },
    millName: { kind: 'contains', column: 'opened.millName' },
    currency: { kind: 'custom', where: 'credit.currency IN (:values)', description: 'In this currency: `USD`.' },
    dueFrom: { kind: 'dayFrom', column: 'opened.dueOn' },
    dueTo: { kind: 'dayTo', column: 'opened.dueOn' },
  },
  search: ['opened.creditNumber', 'opened.millName', 'credit.lcNumber', 'order.orderNumber'],
  ordering: {
    dueOn: 'opened.dueOn',
    createdAt: 'opened.createdAt',
    amount: 'opened.amount',
    millName: 'opened.millName',
  },
  defaultOrdering: 'dueOn',
};

@Injectable()
export class BackToBackRepository extends VersionedRepository<BackToBackCredit> {
  constructor(transaction: Transaction) {
    super(transaction, BackToBackCredit);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<BackToBackCredit>> {
    return paginate(this.visible(actor, 'back_to_back.read'), backToBackList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor, expected?: number): Promise<BackToBackCredit> {
    const row = await this.visible(actor, 'back_to_back.read').andWhere('opened.id = :id', { id }).getOne();
    if (!row) throw new ResourceNotFound('back-to-back LC');
    expectVersion(row, expected);
    return row;
  }

  /** Of a master that the caller has shown to be visible; what is due first first. */
  ofMaster(letterOfCreditId: string, actor: Actor): Promise<BackToBackCredit[]> {
    return this.visible(actor, 'back_to_back.read')
      .andWhere('opened.letterOfCreditId = :letterOfCreditId', { letterOfCreditId })
      .orderBy('opened.dueOn', 'ASC', 'NULLS LAST')
      .addOrderBy('opened.id')
      .getMany();
  }

  /** Not paid yet, and nothing that the bank said: those whose maturity is reckoned. Locked. */
  reckoned(): Promise<BackToBackCredit[]> {
    return this.rows.find({
      where: { paidOn: IsNull(), maturesOn: IsNull(), dueOn: Not(IsNull()) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** What is reckoned is nobody's change: the version stays. */
  async mature(moved: readonly { id: string; on: Day }[]): Promise<void> {
    await this.transaction.manager.query(
      `UPDATE back_to_back_credits c SET due_on = moved.due_on
        FROM unnest($1::uuid[], $2::date[]) AS moved (id, due_on) WHERE c.id = moved.id`,
      [moved.map(({ id }) => id), moved.map(({ on }) => on)],
    );
  }

  /** From the trash, its order not. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<BackToBackCredit> {
    return trashedOf(this.visible(actor, 'back_to_back.write'), id, 'back-to-back LC');
  }

  async basis(letterOfCreditId: string): Promise<BackToBackBasis> {
    const found = await this.bases.findOneBy({ letterOfCreditId });
    const none = { letterOfCreditId, freight: '0', insurance: '0', commission: '0' };
    return found ?? Object.assign(new BackToBackBasis(), none);
  }

  async putBasis({ letterOfCreditId, freight, insurance, commission }: BackToBackBasis): Promise<void> {
    await this.bases.upsert({ letterOfCreditId, freight, insurance, commission }, ['letterOfCreditId']);
  }

  private get bases() {
    return this.transaction.manager.getRepository(BackToBackBasis);
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('opened')
      .innerJoin('opened.letterOfCredit', 'credit')
      .addSelect(['credit.id', 'credit.lcNumber', 'credit.currency', 'credit.orderId'])
      .innerJoin('credit.order', 'order')
      .addSelect(['order.id', 'order.orderNumber'])
      .leftJoin('opened.createdBy', 'creator')
      .addSelect(['creator.id', 'creator.fullName']);
    return onVisibleOrders(query, actor, capability);
  }
}

export const backToBackRuleList: ListDefinition = {
  alias: 'rule',
  filters: {},
  search: ['rule.source'],
  ordering: { validFrom: 'rule.validFrom', createdAt: 'rule.createdAt' },
  defaultOrdering: '-validFrom',
};

@Injectable()
export class BackToBackRulesRepository extends SettingsRepository<BackToBackRule> {
  constructor(transaction: Transaction) {
    super(transaction, BackToBackRule, backToBackRuleList, 'back-to-back rule');
  }

  /** The one in force on a day; null where none was recorded for it. */
  inForce(on: Day): Promise<BackToBackRule | null> {
    return this.rows
      .createQueryBuilder('rule')
      .where('rule.validFrom <= :on', { on })
      .orderBy('rule.validFrom', 'DESC')
      .limit(1)
      .getOne();
  }
}
