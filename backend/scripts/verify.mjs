import { dist } from './lib/backend-run.mjs';
import { commandEnv } from './lib/command-database.mjs';
import { command } from './lib/command.mjs';
import { root } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { say } from './lib/say.mjs';

// `npm run verify`: is the history as it was written, and what is kept of orders what their rows say? Exit code 1 where not, 2 where nobody could look.
await command(async (settings, stop) => {
  const env = await commandEnv(settings, 'npm run verify', stop);
  const { code, stdout, stderr } = await runNode([dist('verify.js')], { cwd: root, env });
  say(`${stdout}${stderr}`.trimEnd());
  process.exitCode = code ?? 2;
});
