import { Email, Id, Instant, OneOf, Text } from '../../../platform/http/fields';
import { ROLES, type Role } from '../access/actor';
import type { Invitation } from './invitation.entity';

export const INVITATION_STATES = ['open', 'expired', 'accepted', 'withdrawn'] as const;
type InvitationState = (typeof INVITATION_STATES)[number];

const stateOf = ({ acceptedAt, withdrawnAt, expiresAt }: Invitation): InvitationState => {
  if (acceptedAt) return 'accepted';
  if (withdrawnAt) return 'withdrawn';
  return expiresAt < new Date() ? 'expired' : 'open';
};

export class InvitationDto {
  @Id() id: string;
  @Email({ example: 'nadia@provabook.com' }) email: string;
  @Text({ max: 255, nullable: true, example: 'Nadia Rahman' }) fullName: string | null;
  @OneOf(ROLES, { name: 'Role', example: 'merchandiser' }) role: Role;
  @Text({ max: 100, nullable: true, example: 'Knits' }) department: string | null;
  @OneOf(INVITATION_STATES, { name: 'InvitationState', example: 'open' }) state: InvitationState;
  @Text({ max: 255, example: 'Farhana Haque' }) invitedBy: string;
  @Instant({ nullable: true, description: 'When the mail server took it; empty while it waits.' })
  sentAt: string | null;
  @Instant() expiresAt: string;
  @Instant() createdAt: string;

  static from(invitation: Invitation): InvitationDto {
    const { id, email, fullName, role, department, invitedBy, sentAt, expiresAt, createdAt } = invitation;
    return {
      ...{ id, email, fullName, role, department },
      state: stateOf(invitation),
      invitedBy: invitedBy.fullName,
      sentAt: sentAt?.toISOString() ?? null,
      expiresAt: expiresAt.toISOString(),
      createdAt: createdAt.toISOString(),
    };
  }
}

export class InviteDto {
  @Email({ example: 'nadia@provabook.com' }) email: string;
  @OneOf(ROLES, { name: 'Role', example: 'merchandiser' }) role: Role;
  @Text({ max: 255, optional: true, nullable: true, example: 'Nadia Rahman' }) fullName?: string | null;
  @Text({ max: 100, optional: true, nullable: true, example: 'Knits' }) department?: string | null;
}

export class InvitationTokenDto {
  @Text({ max: 100, description: 'What the link of the mail carries behind #.', example: 'p3Xk…' }) token: string;
}

/** What the person who follows the link is shown. */
export class InvitedDto {
  @Email({ example: 'nadia@provabook.com' }) email: string;
  @Text({ max: 255, nullable: true, example: 'Nadia Rahman' }) fullName: string | null;
  @OneOf(ROLES, { name: 'Role', example: 'merchandiser' }) role: Role;
  @Text({ max: 255, example: 'Farhana Haque' }) invitedBy: string;

  static from({ email, fullName, role, invitedBy }: Invitation): InvitedDto {
    return { email, fullName, role, invitedBy: invitedBy.fullName };
  }
}

export class AcceptInvitationDto extends InvitationTokenDto {
  @Text({ max: 255, example: 'Nadia Rahman' }) fullName: string;
  @Text({ max: 200, verbatim: true, example: 'four unrelated words here' }) password: string;
}
