import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';

/** Where `@ApiOperation` writes what it was given. */
const API_OPERATION = 'swagger/apiOperation';

/** Notes on the answer which operation it is of, before anybody is asked who they are: refusals are told apart too. */
@Injectable()
export class OperationNameGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const { operationId = handler.name } =
      this.reflector.get<{ operationId?: string } | undefined>(API_OPERATION, handler) ?? {};
    context.switchToHttp().getResponse<Response>().locals['operation'] = operationId;
    return true;
  }
}

/** The operation's id in the contract; undefined for pages, files, and what was refused before one was found. */
export const operationOf = (response: Response): string | undefined =>
  response.locals['operation'] as string | undefined;
