import { Module, type OnModuleInit } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { OrderImpacts } from '../orders/revision/order-impact';
import { CargoController } from './cargo/cargo.controller';
import { CargoRepository } from './cargo/cargo.repository';
import { CargoService } from './cargo/cargo.service';
import { CargoUndo } from './cargo/cargo.undo';
import { ShipmentImpact } from './shipment-impact';
import { ShipmentsController } from './shipments.controller';
import { ShipmentsRepository } from './shipments.repository';
import { ShipmentsService } from './shipments.service';
import { ShipmentsUndo } from './shipments.undo';

explainConstraint(
  'ck_shipments_planned_arrival',
  'plannedArrival',
  'The arrival was planned for before the departure.',
);

/** Shipments of orders, from their booking to their delivery. */
@Module({
  controllers: [ShipmentsController, CargoController],
  providers: [
    ShipmentsService,
    ShipmentsUndo,
    ShipmentsRepository,
    ShipmentImpact,
    CargoService,
    CargoUndo,
    CargoRepository,
  ],
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
