import { ensureBackend } from './lib/build.mjs';
import { clientFolder, contractFile, writeClient, writeContract } from './lib/contract.mjs';
import { main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { say, step } from './lib/say.mjs';

await main(async () => {
  checkNode();
  await ensureInstalled();
  await ensureBackend();
  await step('Writing the contract', () => writeContract(contractFile));
  await step('Writing the client', () => writeClient(contractFile, clientFolder));
  say('Written: backend/openapi.json and the client in frontend/src/shared/api/generated.');
});
