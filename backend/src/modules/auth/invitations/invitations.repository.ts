import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import { Invitation } from './invitation.entity';

const PENDING = 'invitation.acceptedAt IS NULL AND invitation.withdrawnAt IS NULL';

export const invitationList: ListDefinition = {
  alias: 'invitation',
  filters: {
    pending: {
      kind: 'custom',
      where: `(:values = 'true') = (${PENDING})`,
      values: ['true', 'false'],
      description: 'Neither accepted nor withdrawn.',
    },
  },
  search: ['invitation.email', 'invitation.fullName'],
  ordering: { createdAt: 'invitation.createdAt', email: 'invitation.email' },
  defaultOrdering: '-createdAt',
};

@Injectable()
export class InvitationsRepository extends VersionedRepository<Invitation> {
  constructor(transaction: Transaction) {
    super(transaction, Invitation);
  }

  list(asked: ListQuery): Promise<Page<Invitation>> {
    return paginate(this.told(), invitationList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string): Promise<Invitation> {
    const invitation = await this.told().where('invitation.id = :id', { id }).getOne();
    if (!invitation) throw new ResourceNotFound('invitation');
    return invitation;
  }

  /** Locked until the use case ends. @throws ResourceNotFound 404 */
  async getForUpdate(id: string): Promise<Invitation> {
    const locked = await this.rows.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!locked) throw new ResourceNotFound('invitation');
    return this.get(id);
  }

  /** One that may still be accepted by whoever has its link. */
  findByToken(tokenHash: string): Promise<Invitation | null> {
    return this.told()
      .where(`invitation.tokenHash = :tokenHash AND invitation.expiresAt > now() AND ${PENDING}`, { tokenHash })
      .getOne();
  }

  private told(): SelectQueryBuilder<Invitation> {
    return this.rows
      .createQueryBuilder('invitation')
      .innerJoin('invitation.invitedBy', 'inviter')
      .addSelect(['inviter.id', 'inviter.fullName', 'inviter.language'])
      .withDeleted() // who has left the house since is still named
      .andWhere('invitation.deletedAt IS NULL');
  }
}
