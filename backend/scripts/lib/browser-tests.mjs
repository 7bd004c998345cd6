import { frontend } from './paths.mjs';
import { startProduct } from './product.mjs';
import { playwright } from './runners.mjs';
import { neutralEnv } from './settings.mjs';

/**
 * Starts the real product with the demo house, as `npm start` does, and runs the browser tests against that process.
 * @param {{ chromium: string, reports: string, args?: string[], stop: object }} plan
 */
export async function browserTests({ chromium, reports, args, stop }) {
  const starting = startProduct({ env: { DEMO: '1' } });
  stop.add(async () => (await starting.catch(() => null))?.stop());
  const product = await starting;
  const env = {
    ...neutralEnv(),
    CHROMIUM_PATH: chromium,
    E2E_BASE_URL: product.url,
    E2E_DATABASE_URL: product.ownerUrl(),
  };
  const result = await playwright({ folder: frontend, args, env, reports });
  const house = result.ok ? '' : `\n\nThe house under test said:\n${product.output()}`;
  await product.stop();
  return { ...result, output: result.output + house };
}
