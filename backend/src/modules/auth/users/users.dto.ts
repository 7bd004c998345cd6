import { PartialType } from '@nestjs/swagger';
import { Email, Flag, Id, Instant, JsonObject, OneOf, Text, Whole } from '../../../platform/http/fields';
import { DUTIES, ROLES, type Duty, type Role } from '../access/actor';
import { LANGUAGES, type Language } from '../../../platform/mail/letter';
import type { User } from './user.entity';

export class UserDto {
  @Id() id: string;
  @Email({ example: 'merchandiser@provabook.com' }) email: string;
  @Text({ max: 255, example: 'Rina Akter' }) fullName: string;
  @OneOf(ROLES, { name: 'Role', example: 'merchandiser' }) role: Role;
  @Text({ max: 20, nullable: true, example: '+880 1711 000000' }) phone: string | null;
  @Text({ max: 100, nullable: true, example: 'Knits' }) department: string | null;
  @Flag() isActive: boolean;
  @Flag() isStaff: boolean;
  @Flag() isSuperuser: boolean;
  @JsonObject({ example: {} }) metadata: Record<string, unknown>;
  @Flag({ description: 'Their password was given by an admin: they choose their own before anything else.' })
  mustChangePassword: boolean;
  @OneOf(LANGUAGES, { name: 'Language', description: 'Of the mail that they are sent.', example: 'en' })
  language: Language;
  @Instant({ nullable: true }) lastLoginAt: string | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(user: User): UserDto {
    return {
      id: user.id,
      email: user.email,
      fullName: user.fullName,
      role: user.role,
      phone: user.phone ?? null,
      department: user.department ?? null,
      isActive: user.isActive,
      isStaff: user.isStaff,
      isSuperuser: user.isSuperuser,
      metadata: user.metadata,
      mustChangePassword: user.mustChangePassword,
      language: user.language,
      lastLoginAt: user.lastLoginAt?.toISOString() ?? null,
      createdAt: user.createdAt.toISOString(),
      updatedAt: user.updatedAt.toISOString(),
      rowVersion: user.rowVersion,
    };
  }
}

/** Of the one who asks. */
export class ProfileDto extends UserDto {
  @OneOf(DUTIES, { name: 'Duty', nullable: true, description: 'What they have to do before anything else is open.' })
  duty: Duty | null;

  static of(user: User, duty: Duty | null): ProfileDto {
    return { ...UserDto.from(user), duty };
  }
}

/** A colleague, as everybody in the house may see them: whom an order can be given to. */
export class ColleagueDto {
  @Id() id: string;
  @Text({ max: 255, example: 'Rina Akter' }) fullName: string;
  @Email({ example: 'merchandiser@provabook.com' }) email: string;
  @OneOf(ROLES, { name: 'Role', example: 'merchandiser' }) role: Role;
  @Text({ max: 100, nullable: true, example: 'Knits' }) department: string | null;

  static from({ id, fullName, email, role, department }: User): ColleagueDto {
    return { id, fullName, email, role, department };
  }
}

export class CreateUserDto {
  @Email({ example: 'nadia@provabook.com' }) email: string;
  @Text({ max: 255, example: 'Nadia Rahman' }) fullName: string;
  @OneOf(ROLES, { name: 'Role', example: 'merchandiser' }) role: Role;
  @Text({ max: 20, optional: true, nullable: true, example: '+880 1711 000000' }) phone?: string | null;
  @Text({ max: 100, optional: true, nullable: true, example: 'Knits' }) department?: string | null;
  @Text({
    max: 200,
    verbatim: true,
    description: 'First password; the person has to choose their own before anything else. Better: invite them.',
    example: 'four unrelated words here',
  })
  password: string;
}

export class UpdateUserDto extends PartialType(CreateUserDto, { skipNullProperties: false }) {
  @Flag({ optional: true, description: 'False closes the account: its sessions end at once.' }) isActive?: boolean;
}
