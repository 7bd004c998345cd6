import { providerName, startIdentityProvider } from './identity-provider.mjs';
import { frontend } from './paths.mjs';
import { freePort } from './ports.mjs';
import { startProduct } from './product.mjs';
import { playwright } from './runners.mjs';
import { neutralEnv } from './settings.mjs';

/**
 * Starts the real product with the demo house, as `npm start` does, and runs the browser tests against that process.
 * @param {{ chromium: string, reports: string, args?: string[], stop: object }} plan
 */
export async function browserTests({ chromium, reports, args, stop }) {
  const port = await freePort();
  const provider = await startIdentityProvider(`http://localhost:${port}`);
  stop.add(async () => provider.close());
  const starting = startProduct({ port, env: { DEMO: '1', ...provider.env } });
  stop.add(async () => (await starting.catch(() => null))?.stop());
  const product = await starting;
  const env = {
    ...neutralEnv(),
    CHROMIUM_PATH: chromium,
    E2E_BASE_URL: product.url,
    E2E_DATABASE_URL: product.ownerUrl(),
    E2E_IDENTITY_PROVIDER: providerName,
  };
  const result = await playwright({ folder: frontend, args, env, reports });
  const house = result.ok ? '' : `\n\nThe house under test said:\n${product.output()}`;
  await product.stop();
  provider.close();
  return { ...result, output: result.output + house };
}
