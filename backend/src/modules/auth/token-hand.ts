import { Inject, Injectable } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../platform/config/config';
import type { TokenPairDto } from './auth.dto';
import { setRefreshCookie, wantsCookie } from './refresh-cookie';
import type { TokenPair } from './tokens/tokens.service';

/** Where a sign-in comes from. */
export interface Caller {
  address: string;
  userAgent?: string;
}

export const callerOf = (request: Request): Caller => ({
  address: request.ip ?? '',
  userAgent: request.header('user-agent'),
});

export const CookieHeader = () =>
  ApiHeader({
    name: 'X-Refresh-Token',
    required: false,
    schema: { type: 'string', enum: ['cookie'] },
    description: '`cookie`: the refresh token travels in an httpOnly cookie instead of the body.',
  });

/** Hands a pair over the way it was asked for: all of it in the body, or the refresh token in its cookie. */
@Injectable()
export class TokenHand {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  over(pair: TokenPair, request: Request, response: Response): TokenPairDto {
    const { access, refresh } = pair;
    if (!wantsCookie(request)) return { access, refresh };
    setRefreshCookie(request, response, refresh, this.config);
    return { access };
  }
}
