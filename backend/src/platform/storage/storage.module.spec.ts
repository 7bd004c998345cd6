import { loadConfig } from '../config/config';
import { DiskStorage } from './disk.storage';
import { GcsStorage } from './gcs.storage';
import { S3Storage } from './s3.storage';
import { filesOrigins, storageFrom } from './storage.module';

describe('storageFrom', () => {
  const storageOf = async (env: Record<string, string>) => {
    const config = loadConfig({
      DATABASE_URL: 'postgres://db/house',
      SECRET_KEY: 'what only the tests of storage know',
      ...env,
    });
    return storageFrom(config);
  };

  it('keeps files on the disk unless told otherwise', async () => {
    const storage = await storageOf({ DATA_DIR: '/var/lib/house' });
    expect(storage).toBeInstanceOf(DiskStorage);
    expect(storage).toMatchObject({ root: '/var/lib/house/media' });
    expect(await storageOf({ MEDIA_ROOT: '/mnt/media' })).toMatchObject({ root: '/mnt/media' });
  });

  it('takes the driver that is named', async () => {
    expect(await storageOf({ STORAGE_DRIVER: 'gcs', GCS_BUCKET_NAME: 'b' })).toBeInstanceOf(GcsStorage);
    const s3 = { S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' };
    expect(await storageOf({ STORAGE_DRIVER: 's3', ...s3 })).toBeInstanceOf(S3Storage);
  });
});

describe('filesOrigins', () => {
  const origins = (env: Record<string, string>) =>
    filesOrigins(
      loadConfig({ DATABASE_URL: 'postgres://db/house', SECRET_KEY: 'what only the tests of storage know', ...env }),
    );
  const s3 = { STORAGE_DRIVER: 's3', S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' };

  it('are none where files come from the house itself, else the cloud that signs for them', () => {
    expect(origins({ S3_ENDPOINT: 'http://store:9000' })).toEqual([]);
    expect(origins({ STORAGE_DRIVER: 'gcs', GCS_BUCKET_NAME: 'b' })).toEqual(['https://storage.googleapis.com']);
    expect(origins(s3)).toEqual(['https://s3.us-east-1.amazonaws.com']);
    expect(origins({ ...s3, S3_REGION: 'ap-south-1', S3_FORCE_PATH_STYLE: '0' })).toEqual([
      'https://b.s3.ap-south-1.amazonaws.com',
    ]);
  });

  it('name the store as browsers know it', () => {
    const store = { ...s3, S3_ENDPOINT: 'http://store:9000/' };
    expect(origins(store)).toEqual(['http://store:9000']);
    expect(origins({ ...store, S3_PUBLIC_ENDPOINT: 'http://files.house.test' })).toEqual(['http://files.house.test']);
    expect(origins({ ...store, S3_FORCE_PATH_STYLE: '0' })).toEqual(['http://b.store:9000']);
  });
});
