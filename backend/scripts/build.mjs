import { ensureBuilt } from './lib/build.mjs';
import { main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { loadEnvFile } from './lib/settings.mjs';
import { say } from './lib/say.mjs';

await main(async () => {
  checkNode();
  loadEnvFile();
  await ensureInstalled();
  await ensureBuilt();
  say('Server and screens are built: backend/dist, frontend/dist.');
});
