import { dist, runBackend } from './lib/backend-run.mjs';
import { ensureBackend } from './lib/build.mjs';
import { commandEnv } from './lib/command-database.mjs';
import { Fault, main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { say, step } from './lib/say.mjs';
import { loadEnvFile, readSettings } from './lib/settings.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';

// `npm run admin -- --email … --name …`: the first admin of a house that begins empty (DEMO=0).
await main(async () => {
  checkNode();
  loadEnvFile();
  if (process.argv.length < 3)
    throw new Fault('Say whose: npm run admin -- --email rina@example.com --name "Rina Akter"');
  const settings = readSettings(process.env);
  await ensureInstalled();
  await ensureBackend();
  const stop = stopper();
  await untilStopped(stop, async () => {
    const env = await commandEnv(settings, 'npm run admin', stop);
    say((await step('Making the admin', () => runBackend(dist('admin.js'), process.argv.slice(2), env))).trimEnd());
  });
});
