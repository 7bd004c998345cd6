import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The test file that every scanner knows, in halves: whole, it would have this one held. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
);

/** A picture or PDF with it inside, for the type is sniffed first. */
export const infected = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.from('\n'), EICAR]);

export interface FakeClamdRules {
  /** As `StreamMaxLength`. */
  maxBytes?: number;
  /** Takes everything and says nothing. */
  mute?: boolean;
}

/** Speaks clamd's INSTREAM as its manual has it, and knows one virus. */
export class FakeClamd {
  /** What it was given, whole. */
  readonly seen: Buffer[] = [];
  /** How long the parts were. */
  readonly parts: number[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(rules: FakeClamdRules = {}, port = 0): Promise<FakeClamd> {
    const server = createServer({ allowHalfOpen: true });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const fake = new FakeClamd(server, `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (socket) => fake.hear(socket, rules));
    return fake;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private hear(socket: Socket, { maxBytes = 25 * 1024 * 1024, mute = false }: FakeClamdRules): void {
    const command = 'zINSTREAM\0';
    let waiting = Buffer.alloc(0);
    let began = false;
    let answered = false;
    const file: Buffer[] = [];
    const answer = (text: string): void => {
      answered = true;
      if (!mute) socket.end(`${text}\0`);
    };
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    socket.on('data', (chunk) => {
      if (answered) return;
      waiting = Buffer.concat([waiting, chunk]);
      if (!began) {
        if (waiting.length < command.length) return;
        if (waiting.toString('latin1', 0, command.length) !== command) return answer('UNKNOWN COMMAND');
        began = true;
        waiting = waiting.subarray(command.length);
      }
      while (!answered && waiting.length >= 4) {
        const length = waiting.readUInt32BE();
        if (length === 0) {
          const whole = Buffer.concat(file);
          this.seen.push(whole);
          return answer(whole.includes(EICAR) ? 'stream: Eicar-Fake FOUND' : 'stream: OK');
        }
        if (file.reduce((sum, { length: each }) => sum + each, length) > maxBytes)
          return answer('INSTREAM size limit exceeded. ERROR');
        if (waiting.length < 4 + length) return;
        this.parts.push(length);
        file.push(waiting.subarray(4, 4 + length));
        waiting = waiting.subarray(4 + length);
      }
    });
  }
}

const CLAMD = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find((path) => existsSync(path));

/** Whether a real ClamAV daemon is on this machine (Debian: `clamav-daemon`). */
export const hasClamd = CLAMD !== undefined;

/** A real clamd with a signature of one virus, since the official ones are not on every machine. @returns its end */
export async function startClamd(port: number): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
  const signatures = join(folder, 'signatures');
  await mkdir(signatures);
  await writeFile(join(signatures, 'eicar.ndb'), `Eicar-By-Hand:0:*:${EICAR.toString('hex')}\n`);
  const settings = {
    Foreground: 'yes',
    DatabaseDirectory: signatures,
    TCPSocket: port,
    TCPAddr: '127.0.0.1',
    StreamMaxLength: '1M',
  };
  const file = join(folder, 'clamd.conf');
  await writeFile(file, Object.entries(settings).map(([name, value]) => `${name} ${value}\n`).join('')); // oxfmt-ignore
  const daemon = spawn(CLAMD ?? 'clamd', ['--config-file', file], { stdio: 'ignore' });
  const ended = new Promise((resolve) => daemon.once('exit', resolve));
  const end = async (): Promise<void> => {
    daemon.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true });
  };
  for (const until = Date.now() + 30_000; !(await listens(port)); await new Promise((wake) => setTimeout(wake, 200)))
    if (Date.now() > until || daemon.exitCode !== null) {
      await end();
      throw new Error('clamd did not start.');
    }
  return end;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
