import { Module, type OnModuleInit } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { OrderImpacts } from '../orders/revision/order-impact';
import { CargoController } from './cargo/cargo.controller';
import { CargoRepository } from './cargo/cargo.repository';
import { CargoService } from './cargo/cargo.service';
import { CargoUndo } from './cargo/cargo.undo';
import { InvoicesController } from './invoice/invoices.controller';
import { InvoicesRepository } from './invoice/invoices.repository';
import { InvoicesService } from './invoice/invoices.service';
import { PapersController } from './papers/papers.controller';
import { PapersRepository } from './papers/papers.repository';
import { PapersService } from './papers/papers.service';
import { PapersUndo } from './papers/papers.undo';
import { PrintController } from './print/print.controller';
import { PrintService } from './print/print.service';
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

explainConstraint('ck_commercial_invoices_amount', 'amount', 'An invoice of nothing is none: give the lines a price.');

/** Shipments of orders, from their booking to their delivery. */
@Module({
  controllers: [ShipmentsController, CargoController, PapersController, InvoicesController, PrintController],
  providers: [
    ShipmentsService,
    ShipmentsUndo,
    ShipmentsRepository,
    ShipmentImpact,
    CargoService,
    CargoUndo,
    CargoRepository,
    PapersService,
    PapersUndo,
    PapersRepository,
    InvoicesService,
    InvoicesRepository,
    PrintService,
  ],
  exports: [ShipmentsService, ShipmentsRepository, PapersService],
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
