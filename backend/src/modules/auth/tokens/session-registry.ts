import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import type { Actor, Role } from '../access/actor';

const FRESH_MS = 5_000;
const MAX_ENTRIES = 10_000;

interface Known {
  actor: Actor | null;
  at: number;
}

/** Whether a session is still good, and who it is: asked of the database at most every five seconds per session. */
@Injectable()
export class SessionRegistry {
  private readonly known = new Map<string, Known>();

  constructor(private readonly transaction: Transaction) {}

  /** The actor of a live session; null when it was revoked, or its user is closed or gone. */
  async find(sessionId: string, userId: string): Promise<Actor | null> {
    const cached = this.known.get(sessionId);
    if (cached && Date.now() - cached.at < FRESH_MS) return cached.actor?.id === userId ? cached.actor : null;
    const [row] = await this.transaction.manager.query<{ role: Role; email: string; full_name: string }[]>(
      `SELECT u.role, u.email, u.full_name FROM sessions s JOIN user_profiles u ON u.id = s.user_id
       WHERE s.id = $1 AND u.id = $2 AND s.revoked_at IS NULL AND u.is_active AND u.deleted_at IS NULL`,
      [sessionId, userId],
    );
    const actor = row ? { id: userId, role: row.role, email: row.email, fullName: row.full_name, sessionId } : null;
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
}
