import { Check, Column, Entity, Index } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { LANGUAGES, type Language } from '../../../platform/mail/letter';
import { ROLES, type Role } from '../access/actor';

/** A person of the house. */
@Entity('user_profiles')
@Check('ck_user_profiles_role', `role IN (${ROLES.map((role) => `'${role}'`).join(', ')})`)
@Check('ck_user_profiles_language', `language IN (${LANGUAGES.map((language) => `'${language}'`).join(', ')})`)
export class User extends BaseEntity {
  /** Lower case: an address is one person however it is typed. */
  @Index('uq_user_profiles_email', { unique: true })
  @Column('varchar', { length: 254 })
  email: string;

  @Column('varchar', { length: 255 })
  fullName: string;

  @Column('varchar', { length: 20, default: 'merchandiser' })
  role: Role;

  @Column('varchar', { length: 20, nullable: true })
  phone: string | null;

  @Column('varchar', { length: 100, nullable: true })
  department: string | null;

  @Column('boolean', { default: true })
  isActive: boolean;

  @Column('boolean', { default: false })
  isStaff: boolean;

  @Column('boolean', { default: false })
  isSuperuser: boolean;

  @Column('jsonb', { default: () => "'{}'" })
  metadata: Record<string, unknown>;

  /** Argon2id. Never selected but by name. */
  @Column('varchar', { length: 255, select: false })
  passwordHash: string;

  /** Somebody else gave them their password: nothing else is open until they choose their own. */
  @Column('boolean', { default: false })
  mustChangePassword: boolean;

  /** Of the mail that they are sent. */
  @Column('varchar', { length: 2, default: 'en' })
  language: Language;

  @Column('timestamptz', { nullable: true })
  lastLoginAt: Date | null;
}
