import { SomeOf, Whole } from '../../../platform/http/fields';
import { PROOF_DEEDS, ROLES, type ProofDeed, type Role } from '../access/actor';
import type { SignInSettings } from './sign-in-settings.entity';

const roles = { name: 'Role', description: 'Who signs in with a code of an authenticator app, and cannot do without.' };
const deeds = {
  name: 'ProofDeed',
  description: 'What is done only by who has shown their password or a code lately.',
  example: ['users', 'letters_of_credit'],
};
const minutes = { min: 1, max: 1440, description: 'How long that counts.', example: 30 };

export class SignInSettingsDto {
  @SomeOf(ROLES, roles) secondFactorRoles: Role[];
  @SomeOf(PROOF_DEEDS, deeds) proofDeeds: ProofDeed[];
  @Whole(minutes) proofMinutes: number;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from({ secondFactorRoles, proofDeeds, proofMinutes, rowVersion }: SignInSettings): SignInSettingsDto {
    return { secondFactorRoles, proofDeeds, proofMinutes, rowVersion };
  }
}

export class UpdateSignInSettingsDto {
  @SomeOf(ROLES, { ...roles, optional: true, example: [] }) secondFactorRoles?: Role[];
  @SomeOf(PROOF_DEEDS, { ...deeds, optional: true }) proofDeeds?: ProofDeed[];
  @Whole({ ...minutes, optional: true }) proofMinutes?: number;
}
