import { setTimeout as sleep } from 'node:timers/promises';
import { clientOf } from './client.mjs';

const callers = 4;
const lookEveryMs = 200;

/** Sends each request to a process that says it is ready, as a load balancer does; nothing is tried twice. */
function balancer(house, servers) {
  let ready = [...servers];
  let turn = 0;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const states = await Promise.all(
        servers.map(async (server) => ((await house.isReady(server.url)) ? [server] : [])),
      );
      ready = states.flat();
      await sleep(lookEveryMs);
    }
  })();
  return {
    url: () => ready[turn++ % ready.length].url,
    async close() {
      isOver = true;
      await looking;
    },
  };
}

/**
 * Two processes are exchanged one after the other, so often, while four people read and write.
 * @returns requests, those that failed, and the longest that a process took to leave
 */
export async function rollingRestart(house, token, rounds) {
  const settings = { SHUTDOWN_DELAY: '2s' };
  const servers = [await house.openApi(settings), await house.openApi(settings)];
  const balance = balancer(house, servers);
  const clients = Array.from({ length: callers }, () => clientOf(balance.url, token));
  const failed = [];
  let requests = 0;
  let isOver = false;
  const load = clients.map(async (client, at) => {
    for (let count = 0; !isOver; count++) {
      const writes = count % 4 === 0;
      const body = { customerName: `Caller ${at}`, fabricType: 'Rib' };
      const answer = await (writes
        ? client.send('POST', '/orders/', { body })
        : client.send('GET', '/orders/?pageSize=5'));
      requests += 1;
      if (answer.status !== (writes ? 201 : 200))
        failed.push(`${answer.status} ${answer.fault ?? JSON.stringify(answer.body)}`);
      await sleep(50);
    }
    client.close();
  });
  let longestMs = 0;
  for (let round = 0; round < rounds; round++)
    for (const [at, server] of servers.entries()) {
      await sleep(500);
      const began = Date.now();
      process.kill(server.pid, 'SIGTERM');
      await server.ended;
      longestMs = Math.max(longestMs, Date.now() - began);
      servers[at] = Object.assign(server, await house.openApi(settings, server.port));
      await sleep(2 * lookEveryMs);
    }
  isOver = true;
  await Promise.all(load);
  await balance.close();
  return { requests, failed, longestMs };
}
