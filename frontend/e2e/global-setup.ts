import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface ProductModule {
  startProduct(options: { env: Record<string, string> }): Promise<{ url: string; stop(): Promise<unknown> }>;
}

/**
 * The real product with a demo house of its own, unless `E2E_BASE_URL` names one that runs already.
 * @returns stops it; its data goes with it
 */
export default async function startTheHouse(): Promise<() => Promise<void>> {
  if (process.env.E2E_BASE_URL) return () => Promise.resolve();
  const script = join(import.meta.dirname, '../../backend/scripts/lib/product.mjs');
  const { startProduct } = (await import(pathToFileURL(script).href)) as ProductModule;
  const product = await startProduct({ env: { DEMO: '1' } });
  process.env.E2E_BASE_URL = product.url; // read by the workers in e2e/fixtures.ts
  return async () => {
    await product.stop();
  };
}
