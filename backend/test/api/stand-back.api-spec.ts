import { existsSync } from 'node:fs';
import { getPriority } from 'node:os';
import { poolOf } from '../../src/platform/database/pool';
import { Transaction } from '../../src/platform/database/transaction';
import { letDatabaseStandBack } from '../../src/platform/jobs/stand-back';
import { House } from '../support/house';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const onLinux = existsSync('/proc/self/comm') ? it : it.skip;

onLinux('what works for a process in the database stands back with it, on connections from before too', async () => {
  const pids = async () => {
    const work = () => house.query<{ pid: number }>('SELECT pg_backend_pid() AS pid, pg_sleep(0.2)');
    return (await Promise.all([work(), work()])).map(([row]) => row?.pid ?? 0);
  };
  const before = await pids();
  expect(before.map((pid) => getPriority(pid))).not.toContain(7);
  letDatabaseStandBack(poolOf(house.app.get(Transaction).manager), 7);
  expect((await pids()).map((pid) => getPriority(pid))).toEqual([7, 7]);
});
