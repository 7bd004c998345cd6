import type { Response } from 'express';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasRedis, startRedis } from '../../../test/support/redis';
import { Allowances, type Grant } from './allowances';
import { callerAt } from './caller-at';
import { RateLimits, TooManyCalls } from './rate-limits';
import { RedisAllowances } from './redis-allowances';
import { parseRateLimits, RATE_TIERS } from './tiers';

/** What all processes share, and how often it was asked. */
class Shared extends Allowances {
  used = 0;
  asked = 0;
  isAway = false;
  endsInMs = 40_000;

  async take(_key: string, wanted: number, limit: number): Promise<Grant> {
    this.asked++;
    await sleep(1);
    if (this.isAway) throw new Error('away');
    const granted = Math.min(wanted, limit - this.used);
    this.used += granted;
    return { granted, used: this.used, endsInMs: this.endsInMs };
  }
}

const answer = () => {
  const headers: string[] = [];
  return { headers, append: (name: string, value: string) => headers.push(`${name}: ${value}`) };
};

/** How many of so many requests at once are let through. */
async function admitted(limits: RateLimits, count: number, tier: keyof typeof RATE_TIERS = 'public'): Promise<number> {
  const tries = Array.from({ length: count }, () => limits.admit(tier, 'rina', answer() as unknown as Response));
  const outcomes = await Promise.allSettled(tries);
  for (const each of outcomes) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(TooManyCalls);
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

describe('limits of requests', () => {
  it('are what they are unless RATE_LIMITS says otherwise', () => {
    expect(parseRateLimits('')).toEqual({ public: 100, 'signed-in': 1000, admin: 5000, uploads: 50 });
    expect(parseRateLimits(' public=7, uploads=2')).toEqual({ public: 7, 'signed-in': 1000, admin: 5000, uploads: 2 });
    for (const wrong of ['publc=7', 'public=0', 'public', 'public=-1', 'constructor=1', 'public=1e9'])
      expect(() => parseRateLimits(wrong)).toThrow(`has "${wrong}"`);
  });

  it('let two processes through exactly as much as one, and ask what they share for a tenth at a time', async () => {
    const shared = new Shared();
    const [one, other] = [new RateLimits(RATE_TIERS, shared), new RateLimits(RATE_TIERS, shared)];
    const [first, second] = await Promise.all([admitted(one, 90), admitted(other, 90)]);
    expect(first + second).toBe(100);
    expect(shared.asked).toBeLessThanOrEqual(12);
    await admitted(one, 50);
    expect(shared.asked).toBeLessThanOrEqual(12); // who is over the limit costs nothing
  });

  it('tell what is left and when it begins anew, and refuse with the time to wait', async () => {
    const limits = new RateLimits(parseRateLimits('public=2'), new Shared());
    const said = answer();
    await limits.admit('public', 'rina', said as unknown as Response);
    expect(said.headers).toEqual(['RateLimit-Policy: "public";q=2;w=60', 'RateLimit: "public";r=1;t=40']);
    await limits.admit('public', 'rina', said as unknown as Response);
    const refused = limits.admit('public', 'rina', said as unknown as Response);
    await expect(refused).rejects.toMatchObject({ status: 429, extras: { retryAfterSeconds: 40 } });
    await expect(limits.admit('public', 'karim', answer() as unknown as Response)).rejects.toBeInstanceOf(TooManyCalls);
  });

  it('begin anew with the next window', async () => {
    const shared = new Shared();
    shared.endsInMs = 30;
    const limits = new RateLimits(RATE_TIERS, shared);
    expect(await admitted(limits, 120)).toBe(100);
    shared.used = 0;
    await sleep(40);
    expect(await admitted(limits, 120)).toBe(100);
  });

  it('are kept by each process alone while what is shared is away', async () => {
    const shared = new Shared();
    shared.isAway = true;
    expect(await admitted(new RateLimits(RATE_TIERS, shared), 120)).toBe(100);
  });

  it('count an IPv6 network as one caller, and an IPv4 address the same however it is written', () => {
    expect(['203.0.113.9', '::ffff:203.0.113.9'].map(callerAt)).toEqual(['203.0.113.9', '203.0.113.9']);
    expect(
      ['2001:db8:0:7::1', '2001:DB8::7:ffff:1:2:3', '2001:db8:0:8::1', '::1', 'fe80::1%eth0'].map(callerAt),
    ).toEqual(['2001:db8:0:7::/64', '2001:db8:0:7::/64', '2001:db8:0:8::/64', '0:0:0:0::/64', 'fe80:0:0:0::/64']);
  });
});

(hasRedis ? describe : describe.skip)('what is shared in a real Redis', () => {
  it('is the same for two processes, and counted by each alone once Redis is gone', async () => {
    const redis = await startRedis();
    const stores = await Promise.all([RedisAllowances.connect(redis.url), RedisAllowances.connect(redis.url)]);
    const [one, other] = stores.map((store) => new RateLimits(RATE_TIERS, store));
    try {
      const [first, second] = await Promise.all([admitted(one!, 90), admitted(other!, 90)]);
      expect(first + second).toBe(100);
      expect(await stores[0]!.take('brief', 5, 8)).toMatchObject({ granted: 5, used: 5 });
      expect(await stores[1]!.take('brief', 5, 8)).toMatchObject({ granted: 3, used: 8 });
      const { granted, endsInMs } = await stores[0]!.take('brief', 5, 8);
      expect(granted).toBe(0);
      expect(endsInMs).toBeGreaterThan(50_000);
    } finally {
      await redis.end();
    }
    expect(await admitted(one!, 5, 'signed-in')).toBe(5);
    await Promise.all(stores.map((store) => store.close()));
  });
});
