import { OmitType, PartialType } from '@nestjs/swagger';
import { DayField, Id, Instant, ListOf, Nested, OneOf, SomeOf, Text, Whole } from '../../platform/http/fields';
import { StoredFileDto } from '../../platform/storage/attachment.dto';
import type { Actor } from '../auth/access/actor';
import { seesOrder } from '../orders/order-scope';
import type { Shipment } from './shipment.entity';
import { SHIPMENT_STATUSES, shipmentLifecycle, type ShipmentStatus } from './shipment.lifecycle';
import {
  INCOTERMS,
  LOCODE,
  SHIPMENT_LOADS,
  SHIPMENT_MODES,
  type Incoterm,
  type ShipmentLoad,
  type ShipmentMode,
} from './shipment.vocabulary';

const may = { optional: true, nullable: true } as const;

const PortCode = (example: string) =>
  Text({
    ...{ ...may, max: 5, min: 5, pattern: LOCODE, example, description: 'UN/LOCODE.' },
    hint: 'Write the UN/LOCODE as five capitals, such as BDCGP.',
  });

/** What a person may write on a shipment; status moves by its own routes. */
export class CreateShipmentDto {
  @Id() orderId: string;
  @Text({ max: 255, example: 'Maersk' }) carrierName: string;
  @Text({ max: 100, description: 'Air waybill, bill of lading or courier number.', example: '176-12345675' })
  awbNumber: string;
  @Text({
    ...{ ...may, max: 500, example: null },
    description: 'Why the number stands although its check digit says otherwise; kept only while it does.',
  })
  numberReason?: string | null;
  @OneOf(SHIPMENT_MODES, { ...may, name: 'ShipmentMode', example: 'air' }) mode?: ShipmentMode | null;
  @OneOf(SHIPMENT_LOADS, {
    ...{ ...may, name: 'ShipmentLoad', example: null },
    description: 'By sea: containers of its own, or a share of one.',
  })
  load?: ShipmentLoad | null;
  @Text({ ...may, max: 255, example: null }) vesselName?: string | null;
  @Text({ ...may, max: 50, example: null }) voyageNumber?: string | null;
  @Text({ ...may, max: 50, example: 'EK9717' }) flightNumber?: string | null;
  @PortCode('BDDAC') portOfLoadingCode?: string | null;
  @Text({ ...may, max: 255, example: 'Dhaka' }) portOfLoadingName?: string | null;
  @PortCode('DEHAM') portOfDischargeCode?: string | null;
  @Text({ ...may, max: 255, example: 'Hamburg' }) portOfDischargeName?: string | null;
  @Text({ ...may, max: 255, example: 'Hamburg' }) finalDestination?: string | null;
  @OneOf(INCOTERMS, { ...may, name: 'Incoterm', example: 'FCA' }) incoterm?: Incoterm | null;
  @Text({ ...may, max: 255, description: 'The place that the Incoterm (2020) names.', example: 'Dhaka' })
  incotermPlace?: string | null;
  @Text({ ...may, max: 2000, example: 'ANABIA GmbH, Hamburg' }) consignee?: string | null;
  @Text({ ...may, max: 2000, example: null }) notifyParty?: string | null;
  @DayField({ description: 'The day it is to leave; once it left, the day it did.', example: '2027-01-05' })
  shippingDate: string;
  @DayField({ ...may, example: '2027-01-25' }) estimatedArrival?: string | null;
  @DayField({ ...may, description: 'As it was promised; the shipping date of its booking, unless told.' })
  plannedDeparture?: string | null;
  @DayField({ ...may, description: 'As it was promised; the estimated arrival of its booking, unless told.' })
  plannedArrival?: string | null;
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

/** An order that goes with a shipment: of one that is not yours, the number alone. */
export class OrderOnShipmentDto {
  @Id({ nullable: true, description: 'Null where the order is not yours.' }) id: string | null;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
}

export class ShipmentDto {
  @Id() id: string;
  @Id({ description: 'Of the orders on it the first that is yours; so are the number and the name.' }) orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @ListOf(() => OrderOnShipmentDto, { max: 500 }) orders: OrderOnShipmentDto[];
  @Text({ max: 255, example: 'Maersk' }) carrierName: string;
  @Text({ max: 100, example: '176-12345675' }) awbNumber: string;
  @Text({ max: 500, nullable: true, example: null }) numberReason: string | null;
  @OneOf(SHIPMENT_MODES, { nullable: true, name: 'ShipmentMode', example: 'air' }) mode: ShipmentMode | null;
  @OneOf(SHIPMENT_LOADS, { nullable: true, name: 'ShipmentLoad', example: null }) load: ShipmentLoad | null;
  @Text({ max: 255, nullable: true, example: null }) vesselName: string | null;
  @Text({ max: 50, nullable: true, example: null }) voyageNumber: string | null;
  @Text({ max: 50, nullable: true, example: 'EK9717' }) flightNumber: string | null;
  @Text({ max: 5, nullable: true, example: 'BDDAC' }) portOfLoadingCode: string | null;
  @Text({ max: 255, nullable: true, example: 'Dhaka' }) portOfLoadingName: string | null;
  @Text({ max: 5, nullable: true, example: 'DEHAM' }) portOfDischargeCode: string | null;
  @Text({ max: 255, nullable: true, example: 'Hamburg' }) portOfDischargeName: string | null;
  @Text({ max: 255, nullable: true, example: 'Hamburg' }) finalDestination: string | null;
  @OneOf(INCOTERMS, { nullable: true, name: 'Incoterm', example: 'FCA' }) incoterm: Incoterm | null;
  @Text({ max: 255, nullable: true, example: 'Dhaka' }) incotermPlace: string | null;
  @Text({ max: 2000, nullable: true, example: 'ANABIA GmbH, Hamburg' }) consignee: string | null;
  @Text({ max: 2000, nullable: true, example: null }) notifyParty: string | null;
  @DayField({ nullable: true, description: 'As it was promised.' }) plannedDeparture: string | null;
  @DayField({ nullable: true, description: 'As it was promised.' }) plannedArrival: string | null;
  @DayField({ nullable: true, description: 'The day it left; null while it has not.' }) departedOn: string | null;
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
  @Nested(() => StoredFileDto, { nullable: true, description: 'Its papers, in one file.' })
  documents: StoredFileDto | null;
  @Text({ max: 5000, nullable: true, example: 'First of two containers.' }) notes: string | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(shipment: Shipment, actor: Actor): ShipmentDto {
    const seen = shipment.orders.filter((order) => seesOrder(order, actor, 'shipment.read'));
    const [first = shipment.order] = seen;
    return {
      id: shipment.id,
      orderId: first.id,
      orderNumber: first.orderNumber,
      customerName: first.customerName,
      orders: shipment.orders.map((order) => ({
        id: seen.includes(order) ? order.id : null,
        orderNumber: order.orderNumber,
      })),
      carrierName: shipment.carrierName,
      awbNumber: shipment.awbNumber,
      numberReason: shipment.numberReason,
      mode: shipment.mode,
      load: shipment.load,
      vesselName: shipment.vesselName,
      voyageNumber: shipment.voyageNumber,
      flightNumber: shipment.flightNumber,
      portOfLoadingCode: shipment.portOfLoadingCode,
      portOfLoadingName: shipment.portOfLoadingName,
      portOfDischargeCode: shipment.portOfDischargeCode,
      portOfDischargeName: shipment.portOfDischargeName,
      finalDestination: shipment.finalDestination,
      incoterm: shipment.incoterm,
      incotermPlace: shipment.incotermPlace,
      consignee: shipment.consignee,
      notifyParty: shipment.notifyParty,
      plannedDeparture: shipment.plannedDeparture,
      plannedArrival: shipment.plannedArrival,
      departedOn: shipment.departedOn,
      shippingDate: shipment.shippingDate,
      status: shipment.status,
      nextStatuses: [...shipmentLifecycle.nextOf(shipment.status)],
      estimatedArrival: shipment.estimatedArrival,
      deliveredOn: shipment.deliveredOn,
      returnReason: shipment.returnReason,
      documents: StoredFileDto.from(shipment.attachment),
      notes: shipment.notes,
      createdAt: shipment.createdAt.toISOString(),
      updatedAt: shipment.updatedAt.toISOString(),
      rowVersion: shipment.rowVersion,
    };
  }
}
