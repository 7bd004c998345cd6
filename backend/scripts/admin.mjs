import { dist, runBackend } from './lib/backend-run.mjs';
import { commandEnv } from './lib/command-database.mjs';
import { command } from './lib/command.mjs';
import { Fault } from './lib/fault.mjs';
import { say, step } from './lib/say.mjs';

// `npm run admin -- --email … --name …`: the first admin of a house that begins empty (DEMO=0).
await command(async (settings, stop) => {
  if (process.argv.length < 3)
    throw new Fault('Say whose: npm run admin -- --email rina@example.com --name "Rina Akter"');
  const env = await commandEnv(settings, 'npm run admin', stop);
  say((await step('Making the admin', () => runBackend(dist('admin.js'), process.argv.slice(2), env))).trimEnd());
});
