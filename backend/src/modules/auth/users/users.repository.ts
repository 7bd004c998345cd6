import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import { ROLES } from '../access/actor';
import { User } from './user.entity';

export const userList: ListDefinition = {
  alias: 'user',
  filters: {
    role: { kind: 'choice', column: 'user.role', values: ROLES },
    isActive: { kind: 'flag', column: 'user.isActive' },
  },
  search: ['user.fullName', 'user.email', 'user.department'],
  ordering: { fullName: 'user.fullName', email: 'user.email', createdAt: 'user.createdAt' },
  defaultOrdering: 'fullName',
};

@Injectable()
export class UsersRepository extends VersionedRepository<User> {
  constructor(transaction: Transaction) {
    super(transaction, User);
  }

  list(asked: ListQuery): Promise<Page<User>> {
    return paginate(this.rows.createQueryBuilder('user'), userList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string): Promise<User> {
    const user = await this.rows.findOneBy({ id });
    if (!user) throw new ResourceNotFound('user');
    return user;
  }

  /** Locks the row until the use case ends. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, expected?: number): Promise<User> {
    const user = await this.rows.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!user) throw new ResourceNotFound('user');
    expectVersion(user, expected);
    return user;
  }

  findActive(id: string): Promise<User | null> {
    return this.rows.findOneBy({ id, isActive: true });
  }

  /** Those of these people who are still in the house. No statement for nobody. */
  async activeAmong(ids: readonly string[]): Promise<User[]> {
    return ids.length ? this.rows.findBy({ id: In([...ids]), isActive: true }) : [];
  }

  /** What these people are called, also those who have left. No statement for nobody. */
  async namesOf(ids: readonly string[]): Promise<{ id: string; fullName: string }[]> {
    if (!ids.length) return [];
    const people = await this.rows.find({
      where: { id: In([...ids]) },
      select: { id: true, fullName: true },
      withDeleted: true,
    });
    return people.map(({ id, fullName }) => ({ id, fullName }));
  }

  /** For sign-in only: the row with its hash. */
  findForSignIn(email: string): Promise<User | null> {
    return this.rows
      .createQueryBuilder('user')
      .addSelect('user.passwordHash')
      .where('user.email = :email', { email: email.toLowerCase() })
      .getOne();
  }

  async passwordHashOf(id: string): Promise<string | undefined> {
    const user = await this.rows.findOne({ where: { id }, select: { id: true, passwordHash: true } });
    return user?.passwordHash;
  }

  /** Chosen by the person. */
  async setOwnPassword(id: string, passwordHash: string): Promise<void> {
    await this.rows.update(id, { passwordHash, mustChangePassword: false });
  }

  /** Given by an admin, who knows it: good for one thing, choosing another. */
  async setGivenPassword(id: string, passwordHash: string): Promise<void> {
    await this.rows.update(id, { passwordHash, mustChangePassword: true });
  }

  async recordSignIn(id: string): Promise<void> {
    await this.transaction.manager.query(`UPDATE user_profiles SET last_login_at = now() WHERE id = $1`, [id]);
  }

  /** True when `id` is the only active admin. */
  async isLastAdmin(id: string): Promise<boolean> {
    const admins = await this.lockAdmins();
    return admins.length === 1 && admins[0] === id;
  }

  /** Ids of the active admins, locked, so that two cannot step down at once. */
  async lockAdmins(): Promise<string[]> {
    const admins = await this.transaction.manager.query<{ id: string }[]>(
      `SELECT id FROM user_profiles WHERE role = 'admin' AND is_active AND deleted_at IS NULL ORDER BY id FOR UPDATE`,
    );
    return admins.map(({ id }) => id);
  }
}
