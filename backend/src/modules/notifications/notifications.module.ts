import { Module } from '@nestjs/common';
import { DigestController } from './digest/digest.controller';
import { DigestRepository } from './digest/digest.repository';
import { DigestSender } from './digest/digest.sender';
import { HappeningsReader } from './happenings.reader';
import { NotificationHandler } from './notification-handler';
import { NotificationsController } from './notifications.controller';
import { NotificationsRepository } from './notifications.repository';

@Module({
  controllers: [DigestController, NotificationsController],
  providers: [NotificationsRepository, NotificationHandler, HappeningsReader, DigestRepository, DigestSender],
})
export class NotificationsModule {}
