import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Deed } from './deed';
import { EventDelivery } from './event-delivery';
import { Outbox } from './outbox';
import { Undoing } from './undoing';
import { VersionHistory } from './version-history';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Outbox, Deed, EventDelivery, VersionHistory, Undoing],
  exports: [Outbox, Deed, EventDelivery, VersionHistory, Undoing],
})
export class EventsModule {}
