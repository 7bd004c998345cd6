import { dist } from './lib/backend-run.mjs';
import { ensureBackend } from './lib/build.mjs';
import { commandEnv } from './lib/command-database.mjs';
import { main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { loadEnvFile, readSettings } from './lib/settings.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';

// `npm run verify`: is the history as it was written? Exit code 1 where it is not, 2 where nobody could look.
await main(async () => {
  checkNode();
  loadEnvFile();
  const settings = readSettings(process.env);
  await ensureInstalled();
  await ensureBackend();
  const stop = stopper();
  await untilStopped(stop, async () => {
    const env = await commandEnv(settings, 'npm run verify', stop);
    const { code, stdout, stderr } = await runNode([dist('verify.js')], { cwd: root, env });
    say(`${stdout}${stderr}`.trimEnd());
    process.exitCode = code ?? 2;
  });
});
