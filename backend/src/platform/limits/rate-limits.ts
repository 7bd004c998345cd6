import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Response } from 'express';
import { TooManyRequests } from '../errors/domain-error';
import { WINDOW_SECONDS, type Allowances } from './allowances';
import type { RateLimits as Limits, RateTier } from './tiers';

export class TooManyCalls extends TooManyRequests {
  readonly code = 'request.too_many';

  constructor(seconds: number) {
    super(
      `You have asked more of us in this minute than one may. Wait ${seconds} second${seconds === 1 ? '' : 's'}, then go on.`,
      seconds,
    );
  }
}

/** What this process may still let through of a caller, without asking anybody. */
interface Held {
  left: number;
  /** What is left for all processes beyond that. */
  beyond: number;
  endsAt: number;
}

/** Callers that are remembered at once; past it the least recent are forgotten here, and asked of the others again. */
const MOST_CALLERS = 20_000;

/**
 * How much one caller may ask of the house in a minute, however many processes serve it. Each process takes a tenth of a
 * caller's limit at a time from what all share: together they never let through more, and hardly any request waits for it.
 */
export class RateLimits implements OnApplicationShutdown {
  private readonly logger = new Logger('limits');
  private readonly held = new Map<string, Held>();
  private readonly taking = new Map<string, Promise<Held>>();
  private toldAt = -Infinity;

  constructor(
    private readonly limits: Limits,
    private readonly allowances: Allowances,
  ) {}

  /** Counts a request of a caller and tells them on the answer what is left. @throws TooManyCalls 429 */
  async admit(tier: RateTier, caller: string, response: Response): Promise<void> {
    const key = `${tier}:${caller}`;
    let held = this.held.get(key);
    if (!held || held.endsAt <= performance.now() || (!held.left && held.beyond > 0)) held = await this.more(tier, key);
    while (!held.left && held.beyond > 0) held = await this.more(tier, key); // others were quicker to use it up
    const seconds = Math.max(1, Math.ceil((held.endsAt - performance.now()) / 1000));
    const isAdmitted = held.left > 0;
    if (isAdmitted) held.left--;
    response.append('RateLimit-Policy', `"${tier}";q=${this.limits[tier]};w=${WINDOW_SECONDS}`);
    response.append('RateLimit', `"${tier}";r=${held.left + held.beyond};t=${seconds}`);
    if (!isAdmitted) throw new TooManyCalls(seconds);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.allowances.close();
  }

  /** Once at a time for each caller. */
  private more(tier: RateTier, key: string): Promise<Held> {
    const underway = this.taking.get(key);
    if (underway) return underway;
    const taking = this.take(this.limits[tier], key).finally(() => this.taking.delete(key));
    this.taking.set(key, taking);
    return taking;
  }

  private async take(limit: number, key: string): Promise<Held> {
    const wanted = Math.ceil(limit / 10);
    const { granted, used, endsInMs } = await this.allowances
      .take(key, wanted, limit)
      .catch((error: Error) => this.alone(error, limit));
    const held = { left: granted, beyond: Math.max(0, limit - used), endsAt: performance.now() + endsInMs };
    this.held.delete(key);
    this.held.set(key, held);
    for (const oldest of this.held.keys()) {
      if (this.held.size <= MOST_CALLERS) break;
      this.held.delete(oldest);
    }
    return held;
  }

  /** While what is shared cannot be reached each process counts by itself: better too much for a minute than nothing. */
  private alone(error: Error, limit: number) {
    if (performance.now() - this.toldAt > WINDOW_SECONDS * 1000) {
      this.toldAt = performance.now();
      this.logger.warn(`Each process counts requests by itself for now: ${error.message}`);
    }
    return { granted: limit, used: limit, endsInMs: WINDOW_SECONDS * 1000 };
  }
}
