import { OmitType, PartialType } from '@nestjs/swagger';
import { DayField, Id, Instant, Nested, OneOf, SomeOf, Text, Whole } from '../../platform/http/fields';
import { AttachmentDto } from '../../platform/storage/attachment.dto';
import type { Shipment } from './shipment.entity';
import { SHIPMENT_STATUSES, shipmentLifecycle, type ShipmentStatus } from './shipment.lifecycle';

const may = { optional: true, nullable: true } as const;

/** What a person may write on a shipment; status moves by its own routes. */
export class CreateShipmentDto {
  @Id() orderId: string;
  @Text({ max: 255, example: 'Maersk' }) carrierName: string;
  @Text({ max: 100, description: 'AWB, container or courier number.', example: '176-12345675' }) awbNumber: string;
  @DayField({ description: 'The day it is to leave; once it left, the day it did.', example: '2027-01-05' })
  shippingDate: string;
  @DayField({ ...may, example: '2027-01-25' }) estimatedArrival?: string | null;
  @Text({ ...may, max: 5000, example: 'First of two containers.' }) notes?: string | null;
}

export class UpdateShipmentDto extends PartialType(OmitType(CreateShipmentDto, ['orderId']), {
  skipNullProperties: false,
}) {}

export class ShipmentDepartureDto {
  @DayField({ optional: true, description: 'The day it left: else as booked if that is past, else today.' })
  shippingDate?: string;
  @DayField({ ...may, description: 'Where the plan has changed.', example: '2027-01-25' })
  estimatedArrival?: string | null;
}

export class ShipmentDeliveryDto {
  @DayField({ optional: true, description: 'Today, unless told.' }) deliveredOn?: string;
}

export class ShipmentReturnDto {
  @Text({ max: 2000, example: 'The buyer’s customs broker refused the papers.' }) reason: string;
}

export class ShipmentDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Text({ max: 255, example: 'Maersk' }) carrierName: string;
  @Text({ max: 100, example: '176-12345675' }) awbNumber: string;
  @DayField({ description: 'The day it is to leave; once it left, the day it did.', example: '2027-01-05' })
  shippingDate: string;
  @OneOf(SHIPMENT_STATUSES, { name: 'ShipmentStatus' }) status: ShipmentStatus;
  @SomeOf(SHIPMENT_STATUSES, {
    name: 'ShipmentStatus',
    description: 'Where it may go from here.',
    example: ['in_transit'],
  })
  nextStatuses: ShipmentStatus[];
  @DayField({ nullable: true, example: '2027-01-25' }) estimatedArrival: string | null;
  @DayField({ nullable: true, example: null }) deliveredOn: string | null;
  @Text({ max: 2000, nullable: true, description: 'While it is returned.', example: null }) returnReason: string | null;
  @Nested(() => AttachmentDto, { nullable: true, description: 'Its papers, in one file.' })
  documents: AttachmentDto | null;
  @Text({ max: 5000, nullable: true, example: 'First of two containers.' }) notes: string | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(shipment: Shipment): ShipmentDto {
    return {
      id: shipment.id,
      orderId: shipment.orderId,
      orderNumber: shipment.order.orderNumber,
      customerName: shipment.order.customerName,
      carrierName: shipment.carrierName,
      awbNumber: shipment.awbNumber,
      shippingDate: shipment.shippingDate,
      status: shipment.status,
      nextStatuses: [...shipmentLifecycle.nextOf(shipment.status)],
      estimatedArrival: shipment.estimatedArrival,
      deliveredOn: shipment.deliveredOn,
      returnReason: shipment.returnReason,
      documents: AttachmentDto.from(shipment.attachment),
      notes: shipment.notes,
      createdAt: shipment.createdAt.toISOString(),
      updatedAt: shipment.updatedAt.toISOString(),
      rowVersion: shipment.rowVersion,
    };
  }
}
