import { connect, type NetConnectOpts } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a scanner says of a file: the name of what was found in it, or null. */
export interface Verdict {
  threat: string | null;
}

/** The scanner did not judge the file: it is away, or would not take it. */
export class NotJudged extends Error {}

/** Nobody waits longer for one more word of it: a job lasts 45 seconds at most. */
const SILENCE_MS = 20_000;
/** clamd takes parts of any size; these keep its buffer and ours small. */
const PART_BYTES = 64 * 1024;

/** The ClamAV daemon, asked by its INSTREAM command: it gets the bytes, and needs to reach no file of ours. */
export class Clamd {
  private readonly address: NetConnectOpts | null;

  /** @param url `tcp://127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl`; none: nothing is scanned */
  constructor(
    url: string | undefined,
    private readonly silenceMs = SILENCE_MS,
  ) {
    this.address = url ? addressOf(url) : null;
  }

  get isConfigured(): boolean {
    return this.address !== null;
  }

  /** @throws NotJudged where it is away, says nothing, or does not take the file */
  async scan(bytes: Readable | Buffer): Promise<Verdict> {
    if (!this.address) throw new NotJudged('There is no CLAMD_URL.');
    const socket = connect(this.address);
    socket.setTimeout(this.silenceMs, () => socket.destroy(new Error(`silent for ${this.silenceMs} ms`)));
    let answer = '';
    let fault: Error | undefined;
    const blame = (error: Error): void => void (fault ??= error);
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    socket.on('error', blame);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await pipeline(Readable.from(inParts(bytes)), socket).catch(blame);
    await closed;
    // What it said before it hung up counts, whatever became of the rest of the bytes.
    if (answer) return verdictOf(answer);
    throw new NotJudged(fault?.message ?? 'hung up without an answer', { cause: fault });
  }
}

function addressOf(url: string): NetConnectOpts {
  const { protocol, hostname, port, pathname } = new URL(url);
  return protocol === 'unix:' ? { path: pathname } : { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** The command, then each part behind its length in four bytes, then a length of nothing. */
async function* inParts(bytes: Readable | Buffer): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of (Buffer.isBuffer(bytes) ? [bytes] : bytes) as AsyncIterable<Buffer>)
    for (let from = 0; from < chunk.length; from += PART_BYTES) {
      const part = chunk.subarray(from, from + PART_BYTES);
      yield lengthOf(part);
      yield part;
    }
  yield lengthOf(Buffer.alloc(0));
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}

/** `stream: OK`, `stream: Win.Test.EICAR_HDB-1 FOUND`, or why it did not look. */
function verdictOf(answer: string): Verdict {
  const said = answer.replace(/\0[^]*$/, '').trim();
  if (said === 'stream: OK') return { threat: null };
  const threat = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (!threat) throw new NotJudged(said);
  return { threat: threat.slice(0, 200) };
}
