import { Module } from '@nestjs/common';
import { BackupsController } from './backups/backups.controller';
import { BackupsRepository } from './backups/backups.repository';
import { BackupsService } from './backups/backups.service';
import { JobsController } from './jobs/jobs.controller';
import { JobsRepository } from './jobs/jobs.repository';
import { JobsService } from './jobs/jobs.service';
import { MailsController } from './mails/mails.controller';
import { MailsRepository } from './mails/mails.repository';
import { MailsService } from './mails/mails.service';
import { StateController } from './state/state.controller';
import { StateReader } from './state/state.reader';
import { StorageController } from './storage/storage.controller';
import { StorageRepository } from './storage/storage.repository';

/** What keeps the house running, as its admins see it. */
@Module({
  controllers: [BackupsController, JobsController, MailsController, StateController, StorageController],
  providers: [
    BackupsRepository,
    BackupsService,
    JobsRepository,
    JobsService,
    MailsRepository,
    MailsService,
    StateReader,
    StorageRepository,
  ],
})
export class AdministrationModule {}
