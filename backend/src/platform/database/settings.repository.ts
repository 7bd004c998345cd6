import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { ResourceNotFound } from '../errors/domain-error';
import type { ListDefinition, ListQuery } from '../listing/list-definition';
import { paginate, type Page } from '../listing/page';
import type { BaseEntity } from './base.entity';
import type { Transaction } from './transaction';
import { expectVersion, VersionedRepository } from './versioned.repository';

/** Rows of the whole house, a handful that everybody may read: templates, calendars. */
export abstract class SettingsRepository<E extends BaseEntity & ObjectLiteral> extends VersionedRepository<E> {
  /** @param what as a 404 calls it */
  constructor(
    transaction: Transaction,
    target: EntityTarget<E>,
    private readonly definition: ListDefinition,
    private readonly what: string,
  ) {
    super(transaction, target);
  }

  list(asked: ListQuery): Promise<Page<E>> {
    return paginate(this.named(), this.definition, asked);
  }

  all(): Promise<E[]> {
    return this.named().getMany();
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string): Promise<E> {
    return this.found(await this.byId(id).getOne());
  }

  /** Locks the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, expected?: number): Promise<E> {
    const row = this.found(await this.byId(id).setLock('pessimistic_write').getOne());
    expectVersion(row, expected);
    return row;
  }

  /** From the trash, locked. @throws ResourceNotFound 404 */
  async getTrashed(id: string): Promise<E> {
    const { alias } = this.definition;
    const query = this.byId(id).withDeleted().andWhere(`${alias}.deletedAt IS NOT NULL`).setLock('pessimistic_write');
    return this.found(await query.getOne());
  }

  private named() {
    return this.rows.createQueryBuilder(this.definition.alias);
  }

  private byId(id: string) {
    return this.named().where(`${this.definition.alias}.id = :id`, { id });
  }

  private found(row: E | null): E {
    if (!row) throw new ResourceNotFound(this.what);
    return row;
  }
}
