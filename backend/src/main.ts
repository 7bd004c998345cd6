import 'reflect-metadata';
import { createApp, serveSite } from './app';
import { ConfigurationFault, loadConfig } from './platform/config/config';

/** Exit code of a faulty configuration (EX_CONFIG): starting again would not help. */
const CONFIGURATION_FAULT = 78;

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const app = await createApp(config);
  serveSite(app, config);
  const server = await app.listen(config.PORT, config.HOST);
  Object.assign(server, { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigurationFault ? error.message : String((error as Error).stack)}\n`);
  process.exit(error instanceof ConfigurationFault ? CONFIGURATION_FAULT : 1);
});
