import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { standBack } from './stand-back';

it('lets a process stand back, and does not mind one that has ended', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  standBack(7, other.pid);
  expect(getPriority(other.pid)).toBe(7);
  other.kill();
  await once(other, 'close');
  expect(() => standBack(7, other.pid)).not.toThrow();
});
