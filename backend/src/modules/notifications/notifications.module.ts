import { Module } from '@nestjs/common';
import { HappeningsReader } from './happenings.reader';
import { NotificationHandler } from './notification-handler';
import { NotificationsController } from './notifications.controller';
import { NotificationsRepository } from './notifications.repository';

@Module({
  controllers: [NotificationsController],
  providers: [NotificationsRepository, NotificationHandler, HappeningsReader],
})
export class NotificationsModule {}
