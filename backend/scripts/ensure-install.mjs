import { main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';

await main(async () => {
  checkNode();
  await ensureInstalled();
});
