import { dist, runBackend } from './lib/backend-run.mjs';
import { commandEnv } from './lib/command-database.mjs';
import { command } from './lib/command.mjs';
import { say, step } from './lib/say.mjs';

// `npm run backup`: the whole house in one file, also while it is at work.
await command(async (settings, stop) => {
  const env = await commandEnv(settings, 'npm run backup', stop);
  say((await step('Making the backup', () => runBackend(dist('backup.js'), [], env))).trimEnd());
});
