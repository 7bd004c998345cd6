import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config';
import { isOverHttps } from '../../platform/http/over-https';
import { RefreshRefused } from './auth.errors';

const NAME = 'provabook_refresh';
const PATH = '/api/v1/auth';

/**
 * The browser keeps the refresh token in an httpOnly cookie. It asks for that with a header which no foreign page can
 * send, so that a page elsewhere can call neither refresh nor log-out with the cookie alone.
 */
export const wantsCookie = (request: Request): boolean => request.header('x-refresh-token') === 'cookie';

/** The refresh token of a request: from the cookie when the header says so, else from the body. @throws RefreshRefused 401 */
export function refreshTokenOf(request: Request, body: { refresh?: string }): string {
  const cookies = request.cookies as Record<string, string | undefined>;
  const token = wantsCookie(request) ? cookies[NAME] : body.refresh;
  if (!token) throw new RefreshRefused();
  return token;
}

export function setRefreshCookie(request: Request, response: Response, token: string, config: Config): void {
  response.cookie(NAME, token, { ...options(request, config), maxAge: config.REFRESH_TOKEN_LIFETIME * 1000 });
}

export function clearRefreshCookie(request: Request, response: Response, config: Config): void {
  response.clearCookie(NAME, options(request, config));
}

const options = (request: Request, config: Config) =>
  ({ httpOnly: true, sameSite: 'strict', secure: isOverHttps(request, config), path: PATH }) as const;
