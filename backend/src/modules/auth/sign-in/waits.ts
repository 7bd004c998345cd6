/** Failed tries in a row that cost nothing but themselves. An address is shared by a whole office, so it has more. */
const FREE = { account: 5, address: 40 } as const;
const FIRST_WAIT = 15;
const LONGEST_WAIT = 15 * 60;

export type Guarded = keyof typeof FREE;

/** Seconds to wait after so many failures in a row: none at first, then 15, 30, 60 … and at most a quarter of an hour. */
export function waitAfter(failures: number, guarded: Guarded): number {
  const over = failures - FREE[guarded];
  return over < 0 ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(over, 10));
}
