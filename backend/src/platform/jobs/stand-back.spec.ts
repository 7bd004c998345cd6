import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { standBack } from './stand-back';

const others: ChildProcess[] = [];

/** @param detached whether it leads a session of its own */
function other(detached = false): ChildProcess & { pid: number } {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached, stdio: 'ignore' });
  others.push(child);
  return child as ChildProcess & { pid: number };
}

afterEach(() => {
  for (const child of others.splice(0)) child.kill();
});

it('lets a process stand back, and does not mind one that has ended', async () => {
  const child = other();
  standBack(7, child.pid);
  expect(getPriority(child.pid)).toBe(7);
  child.kill();
  await once(child, 'close');
  expect(() => standBack(7, child.pid)).not.toThrow();
});

const groupOf = (pid: number) => readFileSync(`/proc/${pid}/autogroup`, 'utf8');
const onSuchALinux = existsSync('/proc/self/autogroup') ? it : it.skip;

onSuchALinux('lets the session of a process stand back where it leads one, and no session of others', () => {
  const own = groupOf(process.pid);
  const [leader, follower] = [other(true), other()];
  standBack(7, leader.pid);
  standBack(7, follower.pid);
  expect(groupOf(leader.pid)).toMatch(/nice 7$/m);
  expect(groupOf(follower.pid)).toBe(own);
});
