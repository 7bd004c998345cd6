/** Requests a minute. `public`: of one address, not signed in; the others of one person, all their devices together. */
export const RATE_TIERS = { public: 100, 'signed-in': 1_000, admin: 5_000, uploads: 50 } as const;
export type RateTier = keyof typeof RATE_TIERS;
export type RateLimits = Readonly<Record<RateTier, number>>;

/** `public=200,uploads=20`: what is not named stays as it is. @throws Error that says what is wrong */
export function parseRateLimits(text: string): RateLimits {
  const limits: Record<RateTier, number> = { ...RATE_TIERS };
  for (const part of text.split(',').filter((each) => each.trim())) {
    const [, tier = '', count] = /^\s*([a-z-]+)=(\d{1,9})\s*$/.exec(part) ?? [];
    if (!Object.hasOwn(limits, tier) || Number(count) < 1)
      throw new Error(
        `has "${part.trim()}"; write it like public=100,signed-in=1000,admin=5000,uploads=50, each 1 or more a minute`,
      );
    limits[tier as RateTier] = Number(count);
  }
  return limits;
}
