import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { trashedOf, visibleTo } from '../../orders/order-scope';
import { SLIP_PARTIES } from '../delays/delay.vocabulary';
import { Incident } from './incident.entity';
import { INCIDENT_STATUSES } from './incident.lifecycle';
import { INCIDENT_SEVERITIES, INCIDENT_TYPES } from './incident.vocabulary';

export const incidentList: ListDefinition = {
  alias: 'incident',
  filters: {
    orderId: { kind: 'id', column: 'incident.orderId' },
    orderLineId: { kind: 'id', column: 'incident.orderLineId' },
    merchandiserId: { kind: 'id', column: 'order.merchandiserId' },
    status: { kind: 'choice', column: 'incident.status', values: INCIDENT_STATUSES },
    severity: { kind: 'choice', column: 'incident.severity', values: INCIDENT_SEVERITIES },
    type: { kind: 'choice', column: 'incident.type', values: INCIDENT_TYPES },
    party: { kind: 'choice', column: 'incident.party', values: SLIP_PARTIES },
    incidentDateFrom: { kind: 'dayFrom', column: 'incident.incidentDate' },
    incidentDateTo: { kind: 'dayTo', column: 'incident.incidentDate' },
    targetTo: {
      kind: 'dayTo',
      column: 'incident.targetResolutionDate',
      description: 'To be settled by this day.',
    },
  },
  search: ['incident.title', 'incident.partyName', 'order.searchText'],
  ordering: {
    incidentDate: 'incident.incidentDate',
    severity: 'incident.severityRank',
    targetResolutionDate: 'incident.targetResolutionDate',
    createdAt: 'incident.createdAt',
  },
  defaultOrdering: '-incidentDate',
};

@Injectable()
export class IncidentsRepository extends VersionedRepository<Incident> {
  constructor(transaction: Transaction) {
    super(transaction, Incident);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<Incident>> {
    return paginate(this.visible(actor, 'incident.read'), incidentList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<Incident> {
    const row = await this.visible(actor, 'incident.read').andWhere('incident.id = :id', { id }).getOne();
    if (!row) throw new ResourceNotFound('incident');
    return row;
  }

  /** Locks its order, then the incident. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<Incident> {
    const row = await this.visible(actor, 'incident.write')
      .andWhere('incident.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'incident'])
      .getOne();
    if (!row) throw new ResourceNotFound('incident');
    expectVersion(row, expected);
    return row;
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<Incident> {
    return trashedOf(this.visible(actor, 'incident.write'), id, 'incident');
  }

  /** Not those of a line in the trash. */
  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('incident')
      .innerJoinAndSelect('incident.order', 'order')
      .leftJoinAndSelect('incident.orderLine', 'line')
      .leftJoinAndSelect('line.style', 'style')
      .leftJoinAndSelect('incident.reportedBy', 'reporter');
    return visibleTo(query, actor, capability).andWhere('(incident.orderLineId IS NULL OR line.id IS NOT NULL)');
  }
}
