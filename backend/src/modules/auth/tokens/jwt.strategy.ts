import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Actor } from '../access/actor';
import { KeyRing } from './key-ring';
import { SessionRegistry } from './session-registry';
import type { Claims } from './tokens.service';

/** Bearer access tokens: signed by a key of ours with the one algorithm, in date, of a session that still lives. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    keys: KeyRing,
    private readonly sessions: SessionRegistry,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      algorithms: ['HS256'],
      secretOrKeyProvider: (_request: Request, token: unknown, done: (error: unknown, secret?: Buffer) => void) => {
        const found = keys.find(keyIdOf(String(token)));
        // The verifier takes a KeyObject too; the types of passport-jwt do not say so.
        if (found) done(null, found.key as unknown as Buffer);
        else done('unknown key');
      },
    });
  }

  async validate(claims: Claims): Promise<Actor | false> {
    if (claims.token_type !== 'access') return false;
    return (await this.sessions.find(claims.sid, claims.user_id)) ?? false;
  }
}

function keyIdOf(token: string): string | undefined {
  try {
    const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')) as {
      kid?: unknown;
    };
    return typeof header.kid === 'string' ? header.kid : undefined;
  } catch {
    return undefined;
  }
}
