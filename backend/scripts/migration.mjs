import { dist, runBackend } from './lib/backend-run.mjs';
import { ensureBackend } from './lib/build.mjs';
import { Fault, main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { say } from './lib/say.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';
import { migrateTemplate, openTestDatabase } from './lib/test-database.mjs';
import { runTool } from './lib/tools.mjs';

await main(async () => {
  checkNode();
  const name = process.argv[2] ?? '';
  if (!/^[A-Z][A-Za-z0-9]+$/.test(name)) {
    throw new Fault('Name the change in one word, like: npm run migration -- AddAwbNumber');
  }
  await ensureInstalled();
  await ensureBackend();
  const stop = stopper();
  await untilStopped(stop, async () => {
    // On an empty database of its own: what the migrations make, against what the entities say.
    const database = await openTestDatabase(stop);
    await migrateTemplate(database);
    const written = (await runBackend(dist('migrate.js'), ['--generate', name], database.templateEnv)).trim();
    const file = written.split('\n').findLast((line) => line.endsWith('.ts'));
    if (file) await runTool('oxfmt', [file]);
    say(written);
    say('Read it and tidy it: it is a draft until a person has.');
  });
});
