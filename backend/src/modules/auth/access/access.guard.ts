import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Request, Response } from 'express';
import { Forbidden } from '../../../platform/errors/domain-error';
import { NotSignedIn } from '../auth.errors';
import { PUBLIC } from '../../../platform/http/public.decorator';
import { callerAt } from '../../../platform/limits/caller-at';
import { COUNTING, type Counting } from '../../../platform/limits/limits.decorators';
import { RateLimits } from '../../../platform/limits/rate-limits';
import { CAPABILITY } from './access.decorators';
import { Proofs } from '../proof/proofs.service';
import type { Actor, Duty, ProofDeed } from './actor';
import { PROOF_OF } from './needs-proof.decorator';
import { scopeOf, type Capability } from './capabilities';

/** What is open to a person who has something to do first: to see and do just that. */
const OPEN_TO_ALL: Capability = 'profile.own';

export class DutyFirst extends Forbidden {
  readonly code = 'access.duty_first';

  constructor(duty: Duty) {
    super(SENTENCES[duty], { duty });
  }
}

const SENTENCES: Readonly<Record<Duty, string>> = {
  second_factor: 'The house wants you to sign in with an authenticator app. Set it up under Profile, then go on.',
  password: 'Somebody else gave you your password. Choose your own under Profile, then go on.',
};

export class NotAllowed extends Forbidden {
  readonly code = 'access.not_allowed';

  constructor(capability: string, role: string) {
    super(`A ${role} may not do this (${capability}). Ask a manager or an admin.`, { capability });
  }
}

/** Who is it (401), then may they (403): for every route that is not @Public, before anything else is looked at. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
    private readonly proofs: Proofs,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const counting = this.reflector.getAllAndOverride<Counting | undefined>(COUNTING, targets);
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request & { user: Actor }>(), http.getResponse<Response>()];
    const countStranger = () => this.limits.admit('public', callerAt(request.ip), response);
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) {
      if (counting !== 'never') await countStranger();
      return true;
    }
    const capability = this.reflector.getAllAndOverride<Capability | undefined>(CAPABILITY, targets);
    try {
      await super.canActivate(context);
    } catch (refusal) {
      if (refusal instanceof NotSignedIn) await countStranger();
      throw refusal;
    }
    const { user } = request;
    await this.limits.admit(user.role === 'admin' ? 'admin' : 'signed-in', user.id, response);
    if (counting === 'uploads') await this.limits.admit('uploads', user.id, response);
    if (!capability || !scopeOf(user.role, capability)) throw new NotAllowed(capability ?? 'undeclared', user.role);
    if (user.duty && capability !== OPEN_TO_ALL) throw new DutyFirst(user.duty);
    const deed = this.reflector.getAllAndOverride<ProofDeed | undefined>(PROOF_OF, targets);
    if (deed) await this.proofs.demand(user, deed);
    return true;
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error) throw error;
    if (!user) throw new NotSignedIn();
    return user;
  }
}
