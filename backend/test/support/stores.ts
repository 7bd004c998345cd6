import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { startGcsServer } from './gcs-server';
import type { ObjectServer } from './loopback';
import { startS3Server } from './s3-server';

/** Where a house keeps its files, and what its environment says of it. */
export interface Store {
  env: Record<string, string>;
  /** Of a store that is not the disk. */
  url: string;
  /** Lets everything that is stored have come two days earlier. */
  age: () => Promise<void>;
  /** What is stored. */
  keys: () => Promise<string[]>;
  close: () => Promise<void>;
}

const held = ({ url, age, keys }: ObjectServer) => ({ url, age: async () => age(), keys: async () => keys() });

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)))
    .filter((key) => !key.startsWith('.'));
}

const STORES = {
  disk: async (folder: string): Promise<Store> => ({
    env: { STORAGE_DRIVER: 'disk', MEDIA_ROOT: join(folder, 'media') },
    url: '',
    age: async () => {
      const earlier = new Date(Date.now() - 2 * 86_400_000);
      for (const key of await filesIn(join(folder, 'media')))
        await utimes(join(folder, 'media', key), earlier, earlier).catch(() => undefined); // it went meanwhile
    },
    keys: () => filesIn(join(folder, 'media')),
    close: async () => undefined,
  }),
  s3: async (): Promise<Store> => {
    const account = { bucket: 'house', region: 'eu-west-1', accessKeyId: 'AKIDHOUSE', secretAccessKey: 'house-secret' };
    const server = await startS3Server(account);
    const env = {
      STORAGE_DRIVER: 's3',
      S3_BUCKET: account.bucket,
      S3_REGION: account.region,
      S3_ENDPOINT: server.url,
      S3_ACCESS_KEY_ID: account.accessKeyId,
      S3_SECRET_ACCESS_KEY: account.secretAccessKey,
    };
    return { ...held(server), env, close: () => server.close() };
  },
  gcs: async (folder: string): Promise<Store> => {
    const server = await startGcsServer('house');
    const key = join(folder, 'service-account.json');
    await writeFile(key, JSON.stringify({ type: 'service_account', project_id: 'p', ...server.credentials }));
    process.env['GOOGLE_APPLICATION_CREDENTIALS'] = key; // where Google's library looks
    return {
      env: { STORAGE_DRIVER: 'gcs', GCS_BUCKET_NAME: 'house', GCS_PROJECT_ID: 'p', GCS_API_ENDPOINT: server.url },
      ...held(server),
      close: async () => {
        delete process.env['GOOGLE_APPLICATION_CREDENTIALS'];
        await server.close();
      },
    };
  },
} satisfies Record<string, (folder: string) => Promise<Store>>;

/** Every driver, by its name; the servers speak the protocols of the real ones and verify signatures. */
export const EVERYWHERE = Object.entries(STORES) as [string, (folder: string) => Promise<Store>][];
export const ELSEWHERE = EVERYWHERE.filter(([driver]) => driver !== 'disk');
