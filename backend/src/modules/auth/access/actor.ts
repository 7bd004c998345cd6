import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

export const ROLES = ['admin', 'manager', 'merchandiser'] as const;
export type Role = (typeof ROLES)[number];

/** What a person has to do before anything else is open to them. */
export const DUTIES = ['password', 'second_factor'] as const;
export type Duty = (typeof DUTIES)[number];

/** What the house may have done only by who has shown lately that it is them. */
export const PROOF_DEEDS = ['users', 'letters_of_credit', 'prices', 'links'] as const;
export type ProofDeed = (typeof PROOF_DEEDS)[number];

/** Who is asking: the signed-in user of a request. */
export interface Actor {
  id: string;
  role: Role;
  email: string;
  fullName: string;
  sessionId: string;
  duty: Duty | null;
  hasSecondFactor: boolean;
  /** For which deeds the house wants a fresh proof, and how long their last one counts. */
  proofDeeds: readonly ProofDeed[];
  provedUntil: Date | null;
}

export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<Request & { user: Actor }>().user,
);
