import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import net from 'node:net';
import { commandOf } from './processes.mjs';

/** A port nobody listens on just now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Whether somebody listens on the port, on any address or on loopback only. */
export async function isTaken(port) {
  for (const host of [undefined, '127.0.0.1']) {
    const code = await tryListening(port, host);
    if (code === 'EADDRINUSE') return true;
    if (code && code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') {
      throw Object.assign(new Error(code), { code, port });
    }
  }
  return false;
}

function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** Who listens on the port, as far as this account may see: `{ pid, command }` or null. */
export function holderOf(port) {
  const pid = process.platform === 'linux' ? linuxHolder(port) : lsofHolder(port);
  return pid ? { pid, command: commandOf(pid) } : null;
}

function linuxHolder(port) {
  const sockets = new Set(listeningInodes(port).map((inode) => `socket:[${inode}]`));
  if (sockets.size === 0) return null;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      for (const fd of readdirSync(`/proc/${pid}/fd`)) {
        if (sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`))) return Number(pid);
      }
    } catch {
      // Gone meanwhile, or another account's: not ours to see.
    }
  }
  return null;
}

function listeningInodes(port) {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const listening = '0A';
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => {
    try {
      return readFileSync(table, 'utf8')
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter((row) => row[1]?.endsWith(wanted) && row[3] === listening)
        .map((row) => row[9]);
    } catch {
      return [];
    }
  });
}

function lsofHolder(port) {
  try {
    const answer = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' });
    return Number(answer.trim().split('\n')[0]) || null;
  } catch {
    return null;
  }
}
