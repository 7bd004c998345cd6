import { Module, type OnModuleInit } from '@nestjs/common';
import { OrderImpacts } from '../orders/revision/order-impact';
import { ShipmentImpact } from './shipment-impact';
import { ShipmentsController } from './shipments.controller';
import { ShipmentsRepository } from './shipments.repository';
import { ShipmentsService } from './shipments.service';
import { ShipmentsUndo } from './shipments.undo';

/** Shipments of orders, from their booking to their delivery. */
@Module({
  controllers: [ShipmentsController],
  providers: [ShipmentsService, ShipmentsUndo, ShipmentsRepository, ShipmentImpact],
  exports: [ShipmentsService, ShipmentsRepository],
})
export class ShipmentsModule implements OnModuleInit {
  constructor(
    private readonly impacts: OrderImpacts,
    private readonly impact: ShipmentImpact,
  ) {}

  onModuleInit(): void {
    this.impacts.register(this.impact);
  }
}
