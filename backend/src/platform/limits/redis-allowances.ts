import { Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Allowances, WINDOW_SECONDS, type Grant } from './allowances';

/** Reads, grants and counts in one step; Redis forgets the count by itself when its window ends. */
const TAKE = `
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
local granted = math.max(0, math.min(tonumber(ARGV[1]), tonumber(ARGV[2]) - used))
if granted > 0 then
  redis.call('INCRBY', KEYS[1], granted)
  if used == 0 then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
end
return { granted, used + granted, redis.call('PTTL', KEYS[1]) }`;

/** Redis answers within a millisecond or is away: nobody is kept waiting for it. */
const PATIENCE_MS = 250;

/** In Redis, where several processes serve a busy house. */
export class RedisAllowances extends Allowances {
  private constructor(private readonly redis: Redis) {
    super();
  }

  static async connect(url: string): Promise<RedisAllowances> {
    const { Redis } = await import('ioredis');
    const redis = new Redis(url, {
      lazyConnect: true,
      connectTimeout: 2_000,
      commandTimeout: PATIENCE_MS,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (attempt) => Math.min(attempt * 200, 5_000),
      connectionName: 'provabook',
    });
    const logger = new Logger('redis');
    redis.on('error', (error) => logger.warn(`Redis is unreachable: ${error.message}`));
    await redis.connect().catch(() => undefined); // tried again by itself, and told above
    return new RedisAllowances(redis);
  }

  async take(key: string, wanted: number, limit: number): Promise<Grant> {
    const answer = await this.redis.eval(TAKE, 1, `provabook:rate:${key}`, wanted, limit, WINDOW_SECONDS * 1000);
    const [granted = 0, used = 0, endsInMs = 1] = answer as number[];
    return { granted, used, endsInMs: Math.max(1, endsInMs) };
  }

  override async close(): Promise<void> {
    this.redis.disconnect();
  }
}
