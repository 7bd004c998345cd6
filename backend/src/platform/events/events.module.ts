import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventDelivery } from './event-delivery';
import { Outbox } from './outbox';
import { VersionHistory } from './version-history';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Outbox, EventDelivery, VersionHistory],
  exports: [Outbox, EventDelivery, VersionHistory],
})
export class EventsModule {}
