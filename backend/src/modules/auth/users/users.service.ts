import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { Actor } from '../access/actor';
import { HouseHasAdmin, LastAdmin, OwnAccount } from '../auth.errors';
import { PasswordChanged, UserCreated, UserRemoved, UserUpdated } from '../auth.events';
import { hashPassword, refuseWeakPassword } from '../passwords';
import { SessionRegistry } from '../tokens/session-registry';
import { TokensService } from '../tokens/tokens.service';
import { User } from './user.entity';
import type { CreateUserDto, UpdateUserDto } from './users.dto';
import { UsersRepository } from './users.repository';

const TOLD = ['email', 'fullName', 'role', 'phone', 'department', 'isActive'] as const;

/** User administration: by admins; a role is given here and nowhere else. */
@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly tokens: TokensService,
    private readonly sessions: SessionRegistry,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  list(asked: ListQuery): Promise<Page<User>> {
    return this.users.list(asked);
  }

  get(id: string): Promise<User> {
    return this.users.get(id);
  }

  /** @throws WeakPassword 400, NameTaken 409 on `email` */
  async create(body: CreateUserDto, actor: Actor): Promise<User> {
    await refuseWeakPassword(body.password, [body.email, body.fullName], 'password');
    const passwordHash = await hashPassword(body.password);
    return this.transaction.run(async () => {
      const user = Object.assign(new User(), {
        email: body.email.toLowerCase(),
        fullName: body.fullName,
        role: body.role,
        phone: body.phone ?? null,
        department: body.department ?? null,
        passwordHash,
        mustChangePassword: true,
      });
      await this.users.insert(user);
      await this.outbox.record(new UserCreated(user, actor, changesBetween(new User(), user, TOLD)));
      return this.users.get(user.id);
    });
  }

  /** The one who adds all others, in a house where nobody could. @throws WeakPassword 400, HouseHasAdmin 409, NameTaken 409 */
  async createFirstAdmin(email: string, fullName: string, password: string): Promise<User> {
    await refuseWeakPassword(password, [email, fullName], 'password');
    const passwordHash = await hashPassword(password);
    return this.transaction.run(async () => {
      if ((await this.users.lockAdmins()).length > 0) throw new HouseHasAdmin();
      const user = Object.assign(new User(), { email: email.toLowerCase(), fullName, role: 'admin', passwordHash });
      await this.users.insert(user);
      await this.outbox.record(new UserCreated(user, null, changesBetween(new User(), user, TOLD)));
      return user;
    });
  }

  /** @throws StaleVersion 412, LastAdmin 409, OwnAccount 422 */
  async update(id: string, body: UpdateUserDto, actor: Actor, expected?: number): Promise<User> {
    const { password, ...changes } = body;
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const updated = await this.transaction.run(async () => {
      const user = await this.users.getForUpdate(id, expected);
      if (password !== undefined)
        await refuseWeakPassword(
          password,
          [changes.email ?? user.email, changes.fullName ?? user.fullName],
          'password',
        );
      const before = { ...user };
      Object.assign(user, changes, changes.email ? { email: changes.email.toLowerCase() } : {});
      const loses = before.role === 'admin' && before.isActive && (user.role !== 'admin' || !user.isActive);
      if (loses) await this.refuseLockOut(id, actor);
      const told = changesBetween(before, user, TOLD);
      if (!isUnchanged(told)) {
        await this.users.save(user);
        await this.outbox.record(new UserUpdated(user, actor, told));
      }
      if (passwordHash) {
        await this.users.setGivenPassword(id, passwordHash);
        await this.outbox.record(new PasswordChanged({ id }, actor));
      }
      if (passwordHash || !user.isActive) await this.tokens.revokeAll(id);
      return this.users.get(id);
    });
    this.sessions.forgetUser(id);
    return updated;
  }

  /** The account goes to the trash and its sessions end. @throws LastAdmin 409, OwnAccount 422, StaleVersion 412 */
  async remove(id: string, actor: Actor, expected?: number): Promise<void> {
    await this.transaction.run(async () => {
      const user = await this.users.getForUpdate(id, expected);
      if (id === actor.id) throw new OwnAccount();
      if (user.role === 'admin') await this.refuseLockOut(id, actor);
      await this.users.trash(user);
      await this.tokens.revokeAll(id);
      await this.outbox.record(new UserRemoved(user, actor, { before: { email: user.email }, after: {} }));
    });
    this.sessions.forgetUser(id);
  }

  private async refuseLockOut(id: string, actor: Actor): Promise<void> {
    if (await this.users.isLastAdmin(id)) throw new LastAdmin();
    if (id === actor.id) throw new OwnAccount();
  }
}
