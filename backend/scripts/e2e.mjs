import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { scripts } from './lib/paths.mjs';

// The browser tests alone; what follows `--` goes to Playwright: npm run e2e -- journey --headed
const { status } = spawnSync(process.execPath, [path.join(scripts, 'test.mjs'), 'browser', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
