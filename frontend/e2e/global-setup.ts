import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Product {
  url: string;
  stop(): Promise<void>;
}

interface ProductModule {
  startProduct(options: { port: number; dataDir: string; env?: Record<string, string> }): Promise<Product>;
}

const port = 8123;

/**
 * The real product, with a demo house of its own, unless `E2E_BASE_URL` names one that runs already.
 * @returns stops it and throws its data away
 */
export default async function startTheHouse(): Promise<() => Promise<void>> {
  if (process.env.E2E_BASE_URL) return () => Promise.resolve();
  const script = join(import.meta.dirname, '../../backend/scripts/lib/product.mjs');
  const { startProduct } = (await import(pathToFileURL(script).href)) as ProductModule;
  const dataDir = await mkdtemp(join(tmpdir(), 'provabook-e2e-'));
  const product = await startProduct({ port, dataDir, env: { DEMO: '1' } });
  process.env.E2E_BASE_URL = product.url; // read by the workers in e2e/fixtures.ts
  return async () => {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
