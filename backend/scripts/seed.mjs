import { dist, runBackend } from './lib/backend-run.mjs';
import { ensureBackend } from './lib/build.mjs';
import { commandEnv } from './lib/command-database.mjs';
import { main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { say, step } from './lib/say.mjs';
import { loadEnvFile, readSettings } from './lib/settings.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';

await main(async () => {
  checkNode();
  loadEnvFile();
  const settings = readSettings(process.env);
  await ensureInstalled();
  await ensureBackend();
  const stop = stopper();
  await untilStopped(stop, async () => {
    const env = { ...(await commandEnv(settings, 'npm run seed', stop)), DEMO: '1' };
    const args = process.argv.length > 2 ? process.argv.slice(2) : ['--scale', 'small'];
    say((await step('Loading the season', () => runBackend(dist('seed.js'), args, env))).trim());
  });
});
