import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

export const ROLES = ['admin', 'manager', 'merchandiser'] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking: the signed-in user of a request. */
export interface Actor {
  id: string;
  role: Role;
  email: string;
  fullName: string;
  sessionId: string;
}

export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<Request & { user: Actor }>().user,
);
