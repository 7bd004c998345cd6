import { askThread } from '../jobs/thread';

/** Of a thread that prints: milliseconds, megabytes of heap. */
const LIMITS = { time: 30_000, memory: 192 };
/** Each thread needs a core and its memory: further papers wait for their turn. */
const AT_ONCE = 2;

let printing = 0;
const waiting: (() => void)[] = [];

/**
 * A PDF of `paper`, made in a thread of its own; as many at once as a process bears, the rest in turn.
 * @param entry the worker's file without its ending, `join(__dirname, 'purchase-order.worker')`: it calls `printsPapers`
 * @throws ThreadLimitReached, or what the worker threw
 */
export async function printPaper(entry: string, paper: object): Promise<Buffer> {
  if (printing >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
  else printing += 1;
  try {
    return Buffer.from(await askThread<Uint8Array>(entry, paper, LIMITS));
  } finally {
    const next = waiting.shift();
    if (next) next();
    else printing -= 1;
  }
}
