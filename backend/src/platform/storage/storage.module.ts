import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../config/config';
import { Readiness } from '../health/readiness';
import { Attachments } from './attachments';
import { CarriedFiles } from './carried-files';
import { DiscardedFiles } from './discarded-files';
import { DiskStorage } from './disk.storage';
import { FileForms } from './receives-files';
import { Clamd } from './scan/clamd';
import { FileScans } from './scan/file-scans';
import { GcsStorage } from './gcs.storage';
import { S3Storage } from './s3.storage';
import { Storage } from './storage';
import { MissingFiles } from './sweep/missing-files';
import { NamedFiles } from './sweep/named-files';
import { StorageSweeps } from './sweep/storage-sweeps';

/** Where main mounts `diskFilesRouter`. */
export const FILES_URL = '/files';

/** The storage that the environment names. */
export async function storageFrom(config: Config): Promise<Storage> {
  const spoolFolder = join(config.DATA_DIR, 'incoming');
  switch (config.STORAGE_DRIVER) {
    case 'disk':
      return new DiskStorage({
        root: config.MEDIA_ROOT ?? join(config.DATA_DIR, 'media'),
        url: FILES_URL,
        secrets: [config.SECRET_KEY, ...config.SECRET_KEY_FALLBACKS],
      });
    case 'gcs':
      return GcsStorage.connect({
        bucket: set(config.GCS_BUCKET_NAME),
        projectId: config.GCS_PROJECT_ID,
        apiEndpoint: config.GCS_API_ENDPOINT,
        spoolFolder,
      });
    case 's3':
      return S3Storage.connect({
        bucket: set(config.S3_BUCKET),
        region: config.S3_REGION,
        endpoint: config.S3_ENDPOINT,
        publicEndpoint: config.S3_PUBLIC_ENDPOINT,
        forcePathStyle: config.S3_FORCE_PATH_STYLE,
        accessKeyId: set(config.S3_ACCESS_KEY_ID),
        secretAccessKey: set(config.S3_SECRET_ACCESS_KEY),
        spoolFolder,
      });
  }
}

/**
 * From where browsers read files, apart from the house's own address, as the pages' content policy has to name it. A store
 * of one's own may well speak plain http within the walls of the house.
 */
export function filesOrigins(config: Config): string[] {
  if (config.STORAGE_DRIVER === 'disk') return [];
  const s3 = config.S3_PUBLIC_ENDPOINT ?? config.S3_ENDPOINT ?? `https://s3.${config.S3_REGION}.amazonaws.com`;
  const gcs = config.GCS_API_ENDPOINT ?? 'https://storage.googleapis.com';
  const endpoint = config.STORAGE_DRIVER === 's3' ? s3 : gcs;
  const { protocol, host } = new URL(endpoint);
  const inHost = config.STORAGE_DRIVER === 's3' && !config.S3_FORCE_PATH_STYLE;
  return [`${protocol}//${inHost ? `${config.S3_BUCKET}.` : ''}${host}`];
}

/** The configuration's own check has refused to start without these. */
function set(value: string | undefined): string {
  if (!value) throw new Error('A setting of the storage driver is missing');
  return value;
}

@Global()
@Module({
  providers: [
    { provide: Storage, inject: [CONFIG], useFactory: storageFrom },
    { provide: Clamd, inject: [CONFIG], useFactory: ({ CLAMD_URL }: Config) => new Clamd(CLAMD_URL) },
    FileScans,
    Attachments,
    CarriedFiles,
    DiscardedFiles,
    FileForms,
    NamedFiles,
    MissingFiles,
    StorageSweeps,
  ],
  exports: [Storage, Attachments, CarriedFiles, DiscardedFiles, FileForms, FileScans, MissingFiles, StorageSweeps],
})
export class StorageModule {
  constructor(storage: Storage, readiness: Readiness) {
    readiness.register('storage', () => storage.check());
  }
}
