import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/config';
import { Transaction } from '../../platform/database/transaction';
import {
  changesBetween,
  isUnchanged,
  type Changes,
  type DomainEvent,
  type EventSubject,
} from '../../platform/events/domain-event';
import { Outbox } from '../../platform/events/outbox';
import type { ListQuery } from '../../platform/listing/list-definition';
import type { Page } from '../../platform/listing/page';
import type { FileLinkDto } from '../../platform/storage/attachment.dto';
import { Attachments } from '../../platform/storage/attachments';
import { CarriedFiles, type Carrier } from '../../platform/storage/carried-files';
import type { IncomingFile } from '../../platform/storage/receives-file';
import { today, type Day } from '../../platform/values/day';
import { momentOn, pastDay } from '../../platform/values/past-day';
import type { Actor } from '../auth/access/actor';
import { OrderReferences } from '../orders/order-references';
import { ShipmentIsInvoiced } from './invoice/commercial-invoice.errors';
import { InvoicesRepository } from './invoice/invoices.repository';
import { Shipment } from './shipment.entity';
import {
  ShipmentCreated,
  ShipmentDeleted,
  ShipmentDelivered,
  ShipmentDeparted,
  ShipmentRestored,
  ShipmentReturned,
  ShipmentFileAttached,
  ShipmentFileRemoved,
  ShipmentUpdated,
} from './shipment.events';
import type {
  CreateShipmentDto,
  ShipmentDeliveryDto,
  ShipmentDepartureDto,
  ShipmentReturnDto,
  UpdateShipmentDto,
} from './shipments.dto';
import { ShipmentsRepository } from './shipments.repository';

const TOLD = [
  'carrierName',
  'awbNumber',
  'numberReason',
  'mode',
  'load',
  'vesselName',
  'voyageNumber',
  'flightNumber',
  'portOfLoadingCode',
  'portOfLoadingName',
  'portOfDischargeCode',
  'portOfDischargeName',
  'finalDestination',
  'incoterm',
  'incotermPlace',
  'consignee',
  'notifyParty',
  'shippingDate',
  'estimatedArrival',
  'plannedDeparture',
  'plannedArrival',
  'notes',
] as const satisfies readonly (keyof Shipment)[];

/** What a number is judged by. One of before, which nobody judged, is left alone until one of these changes. */
const NUMBERED = ['awbNumber', 'carrierName', 'mode'] as const satisfies readonly (keyof Shipment)[];

const MOVED = [
  'status',
  'shippingDate',
  'estimatedArrival',
  'deliveredOn',
  'returnReason',
] as const satisfies readonly (keyof Shipment)[];

@Injectable()
export class ShipmentsService {
  constructor(
    private readonly shipments: ShipmentsRepository,
    private readonly invoices: InvoicesRepository,
    private readonly references: OrderReferences,
    private readonly attachments: Attachments,
    private readonly files: CarriedFiles,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<Shipment>> {
    return this.shipments.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<Shipment> {
    return this.shipments.get(id, actor);
  }

  /** Booked, not yet on its way. @throws NoSuchReference 400, ArrivalBeforeShipping 422, DoubtfulNumber 422 */
  create(body: CreateShipmentDto, actor: Actor): Promise<Shipment> {
    return this.transaction.run(async () => {
      const order = await this.references.order(body.orderId, actor, 'shipment.write');
      const shipment = Object.assign(new Shipment(), body, { order, orders: [order], status: 'pending' as const });
      shipment.plannedDeparture = body.plannedDeparture ?? shipment.shippingDate;
      shipment.plannedArrival = body.plannedArrival ?? shipment.estimatedArrival ?? null;
      shipment.refuseDaysOutOfOrder();
      shipment.refuseDoubtfulNumber();
      await this.shipments.insert(shipment);
      const told = changesBetween(new Shipment(), shipment, TOLD);
      await this.outbox.record(new ShipmentCreated(subject(shipment), actor, told));
      return shipment;
    });
  }

  /** Changes what is sent. @throws ResourceNotFound 404, StaleVersion 412, InvalidInput 400, ArrivalBeforeShipping 422, DeliveredBeforeShipping 422, DoubtfulNumber 422 */
  update(id: string, body: UpdateShipmentDto, actor: Actor, expected?: number): Promise<Shipment> {
    return this.transaction.run(async () => {
      const shipment = await this.shipments.getForUpdate(id, actor, 'shipment.write', expected);
      const before = { ...shipment };
      if (shipment.status !== 'pending') pastDay('shippingDate', body.shippingDate, this.today());
      Object.assign(shipment, body);
      shipment.refuseDaysOutOfOrder();
      const renumbered = NUMBERED.some((field) => (shipment[field] ?? null) !== (before[field] ?? null));
      if (renumbered && body.numberReason === undefined) shipment.numberReason = null; // given for the number as it was
      if (renumbered || body.numberReason !== undefined) shipment.refuseDoubtfulNumber();
      const changes = changesBetween(before, shipment, TOLD);
      if (isUnchanged(changes)) return shipment;
      await this.shipments.save(shipment);
      await this.outbox.record(new ShipmentUpdated(subject(shipment), actor, changes));
      return shipment;
    });
  }

  /** To the trash. @throws ResourceNotFound 404, StaleVersion 412, GoesWithOthers 403, ShipmentIsInvoiced 409 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const shipment = await this.shipments.getWholeForUpdate(id, actor, expected);
      const invoice = await this.invoices.findAny(id);
      if (invoice) throw new ShipmentIsInvoiced(invoice.invoiceNumber);
      await this.shipments.trash(shipment);
      const told = changesBetween(shipment, new Shipment(), TOLD);
      await this.outbox.record(new ShipmentDeleted(subject(shipment), actor, { before: told.before, after: {} }));
    });
  }

  /** From the trash. @throws ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<Shipment> {
    return this.transaction.run(async () => {
      const shipment = await this.shipments.restore(await this.shipments.getTrashed(id, actor));
      const told = changesBetween(new Shipment(), shipment, TOLD);
      await this.outbox.record(new ShipmentRestored(subject(shipment), actor, { before: {}, after: told.after }));
      return shipment;
    });
  }

  /** It left. @throws IllegalTransition 409, InvalidInput 400 for a day to come, ArrivalBeforeShipping 422 */
  depart(id: string, body: ShipmentDepartureDto, actor: Actor, expected?: number): Promise<Shipment> {
    return this.move(id, actor, expected, (shipment, day) => {
      const booked = shipment.status === 'pending' && shipment.shippingDate <= day ? shipment.shippingDate : undefined;
      const on = pastDay('shippingDate', body.shippingDate ?? booked, day);
      shipment.depart(on, body.estimatedArrival === undefined ? shipment.estimatedArrival : body.estimatedArrival);
      return (...told) => new ShipmentDeparted(...told, momentOn(on, day));
    });
  }

  /** It arrived. @throws IllegalTransition 409, InvalidInput 400 for a day to come, DeliveredBeforeShipping 422 */
  deliver(id: string, body: ShipmentDeliveryDto, actor: Actor, expected?: number): Promise<Shipment> {
    return this.move(id, actor, expected, (shipment, day) => {
      const on = pastDay('deliveredOn', body.deliveredOn, day);
      shipment.deliver(on);
      return (...told) => new ShipmentDelivered(...told, momentOn(on, day));
    });
  }

  /** It came back. @throws IllegalTransition 409 */
  return(id: string, { reason }: ShipmentReturnDto, actor: Actor, expected?: number): Promise<Shipment> {
    return this.move(id, actor, expected, (shipment) => {
      shipment.return(reason);
      return (about, by, changes) => new ShipmentReturned(about, by, { ...changes, reason });
    });
  }

  /** A link to its file. @throws NoFileYet 404, ResourceNotFound 404, GoesWithOthers 403 */
  async linkToFile(id: string, actor: Actor): Promise<FileLinkDto> {
    const { attachment } = await this.shipments.getWhole(id, actor);
    return this.attachments.linkTo(attachment);
  }

  /** In place of the file that it had. @throws ResourceNotFound 404, GoesWithOthers 403, StaleVersion 412, StorageUnavailable 503, StorageFull 507 */
  async attachFile(id: string, file: IncomingFile, actor: Actor, expected?: number): Promise<Shipment> {
    const { orderId } = await this.shipments.getWhole(id, actor);
    return this.files.put(`shipments/docs/${orderId}/`, file, this.carrier(id, actor, expected));
  }

  /** @throws NoFileYet 404, ResourceNotFound 404, GoesWithOthers 403, StaleVersion 412 */
  async removeFile(id: string, actor: Actor, expected?: number): Promise<void> {
    await this.files.remove(this.carrier(id, actor, expected));
  }

  private carrier(id: string, actor: Actor, expected: number | undefined): Carrier<Shipment> {
    return {
      field: 'documents',
      lock: () => this.shipments.getWholeForUpdate(id, actor, expected),
      save: async (shipment, changes, attached) => {
        await this.shipments.save(shipment);
        const FileExchanged = attached ? ShipmentFileAttached : ShipmentFileRemoved;
        await this.outbox.record(new FileExchanged(subject(shipment), actor, changes));
      },
    };
  }

  private move(
    id: string,
    actor: Actor,
    expected: number | undefined,
    step: (shipment: Shipment, today: Day) => (about: EventSubject, by: Actor, changes: Changes) => DomainEvent,
  ): Promise<Shipment> {
    return this.transaction.run(async () => {
      const shipment = await this.shipments.getForUpdate(id, actor, 'shipment.write', expected);
      const before = { ...shipment };
      const event = step(shipment, this.today());
      await this.shipments.save(shipment);
      const changes = changesBetween(before, shipment, MOVED);
      await this.outbox.record(event(subject(shipment), actor, { ...changes, ...named(shipment) }));
      return shipment;
    });
  }

  private today(): Day {
    return today(this.config.TZ_HOUSE);
  }
}

/** What people call a shipment by. */
const named = ({ carrierName, awbNumber }: Shipment) => ({ carrierName, awbNumber });

const subject = ({ id, rowVersion, orderId }: Shipment): EventSubject => ({ id, rowVersion, orderId });
