import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { CONFIG, type Config } from '../../../platform/config/config';
import { newId } from '../../../platform/database/base.entity';
import { Transaction } from '../../../platform/database/transaction';
import { Outbox } from '../../../platform/events/outbox';
import { RefreshRefused } from '../auth.errors';
import { RefreshTokenReplayed } from '../auth.events';
import { KeyRing } from './key-ring';
import { RefreshToken } from './refresh-token.entity';
import { Session } from './session.entity';

/** The claims of SimpleJWT, and `sid`: the session that the token belongs to. */
export interface Claims {
  token_type: 'access' | 'refresh';
  exp: number;
  iat: number;
  jti: string;
  user_id: string;
  sid: string;
}

export interface TokenPair {
  access: string;
  refresh: string;
}

export interface OpenedSession extends TokenPair {
  sessionId: string;
}

interface StoredToken {
  used_at: Date | null;
  expires_at: Date;
  session_expires_at: Date;
  revoked_at: Date | null;
  is_active: boolean;
}

/** Access and refresh tokens: pairs that rotate; a refresh token that comes back a second time ends its session. */
@Injectable()
export class TokensService {
  constructor(
    private readonly jwt: JwtService,
    private readonly keys: KeyRing,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session on one device. */
  async open(userId: string, userAgent: string | undefined, address?: string, provedAt?: Date): Promise<OpenedSession> {
    const expiresAt = new Date(Date.now() + this.config.SESSION_LIFETIME * 1000);
    const session = { id: newId(), userId, expiresAt, userAgent: userAgent?.slice(0, 300) ?? null, provedAt };
    await this.transaction.manager.insert(Session, { ...session, address: address?.slice(0, 64) ?? null });
    return { ...(await this.issue(userId, session.id, expiresAt)), sessionId: session.id };
  }

  /** @throws RefreshRefused 401 for a token that is unknown, expired, revoked or used before (then the session ends) */
  async rotate(refresh: string): Promise<TokenPair> {
    const claims = await this.verify(refresh, 'refresh');
    const pair = await this.transaction.run(async () => {
      const [stored] = await this.transaction.manager.query<StoredToken[]>(
        `SELECT t.used_at, t.expires_at, s.expires_at AS session_expires_at, s.revoked_at,
           u.is_active AND u.deleted_at IS NULL AS is_active
         FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN user_profiles u ON u.id = s.user_id
         WHERE t.id = $1 AND s.id = $2 AND s.user_id = $3 FOR UPDATE OF t`,
        [claims.jti, claims.sid, claims.user_id],
      );
      if (!stored || stored.revoked_at || !stored.is_active) return null;
      if (stored.expires_at < new Date() || stored.session_expires_at < new Date()) return null;
      if (stored.used_at) {
        await this.revoke(claims.sid);
        await this.outbox.record(new RefreshTokenReplayed({ id: claims.user_id }, null, { sessionId: claims.sid }));
        return null;
      }
      await this.transaction.manager.update(RefreshToken, claims.jti, { usedAt: new Date() });
      await this.transaction.manager.update(Session, claims.sid, { lastUsedAt: new Date() });
      return this.issue(claims.user_id, claims.sid, stored.session_expires_at);
    });
    if (!pair) throw new RefreshRefused();
    return pair;
  }

  /** Ends one session; its access tokens die within five seconds, in every process. */
  async revoke(sessionId: string): Promise<void> {
    await this.transaction.manager.update(Session, sessionId, { revokedAt: new Date() });
  }

  /** Ends every session of a user, but for `except`. */
  async revokeAll(userId: string, except?: string): Promise<void> {
    await this.transaction.manager.query(
      `UPDATE sessions SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $2`,
      [userId, except ?? null],
    );
  }

  /** @throws RefreshRefused 401 unless it is ours, of this type and in date */
  async verify(token: string, type: Claims['token_type']): Promise<Claims> {
    try {
      const header = this.jwt.decode<{ header: { kid?: string } } | null>(token, { complete: true })?.header;
      const secret = this.keys.find(header?.kid)?.secret;
      if (!secret) throw new RefreshRefused();
      const claims = await this.jwt.verifyAsync<Claims>(token, { secret, algorithms: ['HS256'] });
      if (claims.token_type !== type) throw new RefreshRefused();
      return claims;
    } catch {
      throw new RefreshRefused();
    }
  }

  /** @param until the session's end: no token outlives it */
  private async issue(userId: string, sessionId: string, until: Date): Promise<TokenPair> {
    const jti = newId();
    const left = Math.max(1, Math.floor((until.getTime() - Date.now()) / 1000));
    const lifetime = Math.min(this.config.REFRESH_TOKEN_LIFETIME, left);
    const expiresAt = new Date(Date.now() + lifetime * 1000);
    await this.transaction.manager.insert(RefreshToken, { id: jti, sessionId, expiresAt });
    const sign = (type: Claims['token_type'], id: string, expiresIn: number) =>
      this.jwt.signAsync(
        { token_type: type, jti: id, user_id: userId, sid: sessionId },
        { secret: this.keys.current.secret, algorithm: 'HS256', keyid: this.keys.current.id, expiresIn },
      );
    return {
      access: await sign('access', newId(), Math.min(this.config.ACCESS_TOKEN_LIFETIME, left)),
      refresh: await sign('refresh', jti, lifetime),
    };
  }
}
