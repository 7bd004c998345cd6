import type { Request, Response } from 'express';
import type { Config } from '../../../platform/config/config';
import { isOverHttps } from '../../../platform/http/over-https';
import { WALK_LASTS } from './oidc-walks';

const NAME = 'provabook_oidc';

/**
 * What binds a walk to the provider to one browser. Lax, not strict: it has to come along when the provider sends the browser
 * back, and with nothing else that another site sends.
 */
export function walkTokenOf(request: Request): string | undefined {
  const token: unknown = (request.cookies as Record<string, unknown>)[NAME];
  return typeof token === 'string' ? token : undefined;
}

export function setWalkCookie(request: Request, response: Response, token: string, config: Config): void {
  response.cookie(NAME, token, { ...options(request, config), maxAge: WALK_LASTS * 1000 });
}

export function clearWalkCookie(request: Request, response: Response, config: Config): void {
  response.clearCookie(NAME, options(request, config));
}

const options = (request: Request, config: Config) =>
  ({ httpOnly: true, sameSite: 'lax', secure: isOverHttps(request, config), path: '/api/v1/auth/oidc' }) as const;
