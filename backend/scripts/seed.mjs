import { dist, runBackend } from './lib/backend-run.mjs';
import { commandEnv } from './lib/command-database.mjs';
import { command } from './lib/command.mjs';
import { say, step } from './lib/say.mjs';

await command(async (settings, stop) => {
  const env = { ...(await commandEnv(settings, 'npm run seed', stop)), DEMO: '1' };
  const args = process.argv.length > 2 ? process.argv.slice(2) : ['--scale', 'small'];
  say((await step('Loading the season', () => runBackend(dist('seed.js'), args, env))).trim());
});
