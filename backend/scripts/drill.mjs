import path from 'node:path';
import { dist, runBackend } from './lib/backend-run.mjs';
import { adminEnv } from './lib/command-database.mjs';
import { command } from './lib/command.mjs';
import { say, step } from './lib/say.mjs';

// `npm run drill [-- FILE]`: is the newest backup, or that one, good for anything? Also beside a house at work.
await command(async (settings, stop) => {
  const files = process.argv.slice(2).map((file) => path.resolve(file));
  const env = await adminEnv(settings, 'npm run drill', stop);
  const told = await step('Restoring a backup to see whether it can be', () =>
    runBackend(dist('drill.js'), files, env),
  );
  say(told.trimEnd());
});
