import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { Forbidden } from '../../../platform/errors/domain-error';
import { NotSignedIn } from '../auth.errors';
import { PUBLIC } from '../../../platform/http/public.decorator';
import { CAPABILITY } from './access.decorators';
import type { Actor } from './actor';
import { scopeOf, type Capability } from './capabilities';

export class NotAllowed extends Forbidden {
  readonly code = 'access.not_allowed';

  constructor(capability: string, role: string) {
    super(`A ${role} may not do this (${capability}). Ask a manager or an admin.`, { capability });
  }
}

/** Who is it (401), then may they (403): for every route that is not @Public, before anything else is looked at. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') implements CanActivate {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) return true;
    const capability = this.reflector.getAllAndOverride<Capability | undefined>(CAPABILITY, targets);
    await super.canActivate(context);
    const { user } = context.switchToHttp().getRequest<Request & { user: Actor }>();
    if (!capability || !scopeOf(user.role, capability)) throw new NotAllowed(capability ?? 'undeclared', user.role);
    return true;
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error) throw error;
    if (!user) throw new NotSignedIn();
    return user;
  }
}
