import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { Actor } from '../access/actor';
import { AuthService, type SignedIn } from '../auth.service';
import { AlreadyInHouse, InvitationSettled, LinkExpired, NoMail } from '../auth.errors';
import { InvitationSent, InvitationWithdrawn, UserCreated, UserInvited } from '../auth.events';
import { accountMail } from '../links/account-mail';
import { INVITATION_MAILS } from './invitation-mails';
import { AccountMails } from '../links/account-mails';
import { hashOfToken, newToken } from '../links/one-time-token';
import { hashPassword, refuseWeakPassword } from '../passwords';
import type { Caller } from '../token-hand';
import { User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { Invitation } from './invitation.entity';
import type { AcceptInvitationDto, InviteDto } from './invitations.dto';
import { InvitationsRepository } from './invitations.repository';

const KIND = 'invitation';
const DAYS = 7;
const TOLD = ['email', 'fullName', 'role', 'department'] as const;

const dueDate = () => new Date(Date.now() + DAYS * 86_400_000);

/** The way into the house: an admin asks somebody in, who then names themselves. There is no open sign-up. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly users: UsersRepository,
    private readonly auth: AuthService,
    private readonly mails: AccountMails,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    mails.register(KIND, (id) => this.mail(id));
  }

  list(asked: ListQuery): Promise<Page<Invitation>> {
    return this.invitations.list(asked);
  }

  get(id: string): Promise<Invitation> {
    return this.invitations.get(id);
  }

  /** @throws NoMail 422, AlreadyInHouse 409 and NameTaken 409 on `email` */
  async invite(body: InviteDto, actor: Actor): Promise<Invitation> {
    if (!this.mails.isSetUp) throw new NoMail();
    const email = body.email.toLowerCase();
    return this.transaction.run(async () => {
      if (await this.users.findForSignIn(email)) throw new AlreadyInHouse();
      const invitation = Object.assign(new Invitation(), {
        ...{ email, role: body.role, fullName: body.fullName ?? null, department: body.department ?? null },
        ...{ invitedById: actor.id, expiresAt: dueDate() },
      });
      await this.invitations.insert(invitation);
      const told = changesBetween(new Invitation(), invitation, TOLD);
      await this.outbox.record(new UserInvited(invitation, actor, told));
      await this.mails.ask(KIND, invitation.id);
      return this.invitations.get(invitation.id);
    });
  }

  /** A new link, good for another week; the one before it opens nothing any more. @throws NoMail 422, InvitationSettled 409 */
  async sendAgain(id: string, actor: Actor): Promise<Invitation> {
    return this.transaction.run(async () => {
      const invitation = await this.pending(id);
      Object.assign(invitation, { expiresAt: dueDate(), tokenHash: null, sentAt: null });
      await this.invitations.save(invitation);
      await this.outbox.record(new InvitationSent(invitation, actor));
      await this.mails.ask(KIND, id);
      return invitation;
    });
  }

  /** Its link opens nothing any more. @throws InvitationSettled 409 */
  async withdraw(id: string, actor: Actor): Promise<Invitation> {
    return this.transaction.run(async () => {
      const invitation = await this.pending(id);
      Object.assign(invitation, { withdrawnAt: new Date(), tokenHash: null });
      await this.invitations.save(invitation);
      await this.outbox.record(new InvitationWithdrawn(invitation, actor));
      return invitation;
    });
  }

  /** @throws LinkExpired 422 for a link that is unknown, too old, used, or of an invitation that was withdrawn */
  async read(token: string): Promise<Invitation> {
    const invitation = await this.invitations.findByToken(hashOfToken(token));
    if (!invitation) throw new LinkExpired();
    return invitation;
  }

  /** Makes the account and signs it in. @throws LinkExpired 422, WeakPassword 400, NameTaken 409 */
  async accept(body: AcceptInvitationDto, from: Caller): Promise<SignedIn> {
    const { id, email } = await this.read(body.token);
    await refuseWeakPassword(body.password, [email, body.fullName], 'password');
    const passwordHash = await hashPassword(body.password);
    return this.transaction.run(async () => {
      await this.invitations.getForUpdate(id);
      const invitation = await this.read(body.token); // two may have followed the link at once
      const { role, department, invitedById } = invitation;
      const user = Object.assign(new User(), { email, fullName: body.fullName, role, department, passwordHash });
      await this.users.insert(user);
      Object.assign(invitation, { acceptedAt: new Date(), tokenHash: null });
      await this.invitations.save(invitation);
      const told = changesBetween(new User(), user, TOLD);
      await this.outbox.record(new UserCreated(user, user, { ...told, invitationId: id, invitedById }));
      return this.auth.enter(await this.users.get(user.id), from);
    });
  }

  private async pending(id: string): Promise<Invitation> {
    const invitation = await this.invitations.getForUpdate(id);
    if (invitation.acceptedAt || invitation.withdrawnAt) throw new InvitationSettled(invitation.acceptedAt !== null);
    return invitation;
  }

  /** The link is made here, in the worker, and known to the mail alone; its hash is kept before it goes out. */
  private async mail(id: string): Promise<void> {
    const made = await this.transaction.run(async () => {
      const invitation = await this.invitations.getForUpdate(id);
      if (invitation.acceptedAt || invitation.withdrawnAt || invitation.sentAt) return null;
      const { token, tokenHash } = newToken();
      await this.invitations.save(Object.assign(invitation, { tokenHash }));
      return { invitation, token };
    });
    if (!made) return;
    const { invitation, token } = made;
    const { email: address, fullName } = invitation;
    const mail = this.mailOf(invitation, this.mails.linkTo('/invitation', token));
    await this.mails.send({ name: fullName ?? address, address }, `invitation-${id}-${invitation.rowVersion}`, mail);
    await this.transaction.manager.update(Invitation, { id, tokenHash: hashOfToken(token) }, { sentAt: new Date() });
  }

  /** In the language of who invites: the other has not chosen one. */
  private mailOf({ fullName, invitedBy, role }: Invitation, url: string) {
    const of = { house: this.config.HOUSE_NAME, inviter: invitedBy.fullName, name: fullName, role, url, days: DAYS };
    return accountMail(INVITATION_MAILS[invitedBy.language](of));
  }
}
