/** How long a count runs from a caller's first request on. */
export const WINDOW_SECONDS = 60;

export interface Grant {
  /** How many of the wanted requests may still be made; 0 when the limit is reached. */
  granted: number;
  /** How many all processes together have been granted in this window. */
  used: number;
  /** Until the count begins anew. */
  endsInMs: number;
}

/** Where the processes of a house keep what each caller has used up. */
export abstract class Allowances {
  /** Takes up to `wanted` requests of the `limit` of a window, in one step whoever else takes at that moment. */
  abstract take(key: string, wanted: number, limit: number): Promise<Grant>;

  /** Nothing to end, unless there is. */
  async close(): Promise<void> {}
}
