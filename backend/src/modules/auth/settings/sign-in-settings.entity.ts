import { Check, Column, Entity } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { PROOF_DEEDS, ROLES, type ProofDeed, type Role } from '../access/actor';

const among = (column: string, values: readonly string[]) =>
  `${column} <@ ARRAY[${values.map((value) => `'${value}'`).join(', ')}]::varchar[]`;

/** What the house asks of who signs in. One row; none is made or deleted. */
@Entity('sign_in_settings')
@Check('ck_sign_in_settings_roles', among('second_factor_roles', ROLES))
@Check('ck_sign_in_settings_deeds', among('proof_deeds', PROOF_DEEDS))
@Check('ck_sign_in_settings_minutes', 'proof_minutes BETWEEN 1 AND 1440')
export class SignInSettings extends BaseEntity {
  /** Who of these roles has no authenticator app sets one up before anything else. */
  @Column('varchar', { length: 20, array: true, default: '{}' })
  secondFactorRoles: Role[];

  /** What is done only by who has shown lately that it is them. */
  @Column('varchar', { length: 30, array: true, default: '{users,letters_of_credit,prices}' })
  proofDeeds: ProofDeed[];

  /** How long that counts. */
  @Column('integer', { default: 30 })
  proofMinutes: number;
}
