import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';

const REDIS = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'].find((path) =>
  existsSync(path),
);

/** Whether a real Redis is on this machine (Debian: `redis-server`). */
export const hasRedis = REDIS !== undefined;

/** A Redis of the test's own that keeps nothing. */
export async function startRedis(): Promise<{ url: string; end: () => Promise<void> }> {
  const port = await freePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(REDIS ?? 'redis-server', settings, { stdio: 'ignore', cwd: '/' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const end = async (): Promise<void> => {
    server.kill('SIGKILL');
    await ended;
  };
  for (const until = Date.now() + 20_000; !(await answers(port)); await new Promise((wake) => setTimeout(wake, 50)))
    if (Date.now() > until || server.exitCode !== null) {
      await end();
      throw new Error('Redis did not start.');
    }
  return { url: `redis://127.0.0.1:${port}`, end };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Not that the port is open, but that Redis is ready behind it. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (said) => {
      socket.destroy();
      resolve(said.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });
}
