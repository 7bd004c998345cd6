import autocannon from 'autocannon';
import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Milliseconds of CPU that a process has used so far; 0 when it is gone or the machine does not tell. */
export function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** Megabytes that a process holds in memory. */
export function memoryOf(pid) {
  const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(match?.[1] ?? 0) / 1024);
}

/** What each of these has used more than `before`; one that has gone meanwhile counts for nothing. */
const usedSince = (before) => [...before].reduce((sum, [pid, used]) => sum + Math.max(cpuOf(pid) - used, 0), 0);

/**
 * One round of requests against one server.
 * @param {{ url: string, headers: object, method?: string, body?: () => string, seconds: number, connections: number,
 *   serverPid: number, databasePids: () => Promise<number[]> }} plan
 * @returns req/s, milliseconds at p50, p97.5 and p99, CPU ms per request of server and database, and errors
 */
export async function round({
  url,
  headers,
  method = 'GET',
  address,
  body,
  seconds,
  connections,
  serverPid,
  databasePids,
}) {
  const before = { server: cpuOf(serverPid), database: new Map() };
  for (const pid of await databasePids()) before.database.set(pid, cpuOf(pid));
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method,
        headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
        setupRequest: (request) => ({ ...request, path: address(), ...(body ? { body: body() } : {}) }),
      },
    ],
  });
  const served = result['2xx'] || 1;
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p97: result.latency.p97_5,
    p99: result.latency.p99,
    serverCpu: (cpuOf(serverPid) - before.server) / served,
    databaseCpu: usedSince(before.database) / served,
    errors: result.non2xx + result.errors + result.timeouts,
  };
}

/** The middle of each figure over the rounds; errors add up. */
export function middle(rounds) {
  const of = (figure) => rounds.map((each) => each[figure]).sort((a, b) => a - b)[Math.floor(rounds.length / 2)];
  const figures = ['perSecond', 'p50', 'p97', 'p99', 'serverCpu', 'databaseCpu'];
  return {
    ...Object.fromEntries(figures.map((figure) => [figure, of(figure)])),
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
  };
}
