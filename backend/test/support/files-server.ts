import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { Config } from '../../src/platform/config/config';
import { Faults } from '../../src/platform/telemetry/faults';
import { ErrorFilter } from '../../src/platform/errors/error.filter';
import { diskFilesRouter } from '../../src/platform/storage/disk-files.router';
import { DiskStorage } from '../../src/platform/storage/disk.storage';

/** Serves a folder's files as main does: in a Nest application, errors through its own filter. */
export async function startFilesServer(root: string) {
  const storage = new DiskStorage({ root, url: '/files', secrets: ['a secret of the test run', 'the one before it'] });
  const moduleRef = await Test.createTestingModule({}).compile();
  const app: INestApplication = moduleRef.createNestApplication();
  app.useGlobalFilters(new ErrorFilter(new Faults({} as Config)));
  app.use('/files', diskFilesRouter(storage));
  await app.listen(0, '127.0.0.1');
  return { storage, url: await app.getUrl(), close: () => app.close() };
}
