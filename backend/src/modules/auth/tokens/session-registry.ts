import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import type { Actor } from '../access/actor';

const FRESH_MS = 5_000;
const MAX_ENTRIES = 10_000;

type Row = Omit<Actor, 'id' | 'sessionId'>;

const LIVE_SESSION = `
  SELECT u.role, u.email, u.full_name AS "fullName", f.confirmed_at IS NOT NULL AS "hasSecondFactor",
         CASE WHEN u.must_change_password THEN 'password'
              WHEN f.confirmed_at IS NULL AND u.role = ANY (p.second_factor_roles) THEN 'second_factor' END AS duty,
         p.proof_deeds AS "proofDeeds", s.proved_at + make_interval(mins => p.proof_minutes) AS "provedUntil"
    FROM sessions s
    JOIN user_profiles u ON u.id = s.user_id
    CROSS JOIN sign_in_settings p
    LEFT JOIN second_factors f ON f.user_id = u.id
   WHERE s.id = $1 AND u.id = $2 AND s.revoked_at IS NULL AND s.expires_at > now()
     AND u.is_active AND u.deleted_at IS NULL`;

interface Known {
  actor: Actor | null;
  at: number;
}

/** Whether a session is still good, and who it is: asked of the database at most every five seconds per session. */
@Injectable()
export class SessionRegistry {
  private readonly known = new Map<string, Known>();

  constructor(private readonly transaction: Transaction) {}

  /** The actor of a live session; null when it was revoked or is over, or its user is closed or gone. */
  async find(sessionId: string, userId: string): Promise<Actor | null> {
    const cached = this.known.get(sessionId);
    if (cached && Date.now() - cached.at < FRESH_MS) return cached.actor?.id === userId ? cached.actor : null;
    const [row] = await this.transaction.manager.query<Row[]>(LIVE_SESSION, [sessionId, userId]);
    const actor = row ? { id: userId, sessionId, ...row } : null;
    if (this.known.size >= MAX_ENTRIES) this.known.clear();
    this.known.set(sessionId, { actor, at: Date.now() });
    return actor;
  }

  /** Forgets a session here and now; other processes follow within five seconds. */
  forget(sessionId: string): void {
    this.known.delete(sessionId);
  }

  forgetUser(userId: string): void {
    for (const [sessionId, { actor }] of this.known) if (actor?.id === userId) this.known.delete(sessionId);
  }

  forgetAll(): void {
    this.known.clear();
  }
}
