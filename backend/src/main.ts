import 'reflect-metadata';
import './platform/logging/unheard';
import { ConfigurationFault, loadConfig } from './platform/config/config';
import { endOnUncaught } from './platform/logging/last-words';
import { Faults } from './platform/telemetry/faults';
import { startTracing } from './platform/telemetry/tracing';

/** Exit code of a faulty configuration (EX_CONFIG): starting again would not help. */
const CONFIGURATION_FAULT = 78;

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  await startTracing(config);
  const { createApp, serveSite } = await import('./app.js'); // what is traced is loaded after
  const { Jobs } = await import('./platform/jobs/jobs.js');
  const app = await createApp(config);
  endOnUncaught(config, (error) => app.get(Faults).tellLast(error));
  serveSite(app, config);
  await app.listen(config.PORT, config.HOST);
  await app.get(Jobs).begin();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigurationFault ? error.message : String((error as Error).stack)}\n`);
  process.exit(error instanceof ConfigurationFault ? CONFIGURATION_FAULT : 1);
});
