import { Inject, Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../../platform/config/config';
import { printPaper } from '../../../platform/papers/print-paper';
import { safeFileName } from '../../../platform/storage/file-types';
import { today } from '../../../platform/values/day';
import { dayWords } from '../../../platform/values/words';
import type { Actor } from '../../auth/access/actor';
import { Letterheads } from '../../orders/letterhead';
import { CargoService } from '../cargo/cargo.service';
import { InvoicesRepository } from '../invoice/invoices.repository';
import { PapersService } from '../papers/papers.service';
import type { PaperKind } from '../papers/paper.vocabulary';
import type { ShipmentPaper } from '../papers/shipment-paper.entity';
import type { Shipment } from '../shipment.entity';
import { invoicePaperOf, type Printing } from './invoice-paper';
import { packingListPaperOf } from './packing-list-paper';
import { InvoiceWithoutShipment, NothingPacked } from './print.errors';

/** Papers that the house writes itself. Each is printed in a thread of its own, and kept in its place among the shipment's papers. */
@Injectable()
export class PrintService {
  constructor(
    private readonly cargo: CargoService,
    private readonly invoices: InvoicesRepository,
    private readonly papers: PapersService,
    private readonly letterheads: Letterheads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ResourceNotFound 404, GoesWithOthers 403, NothingPacked 422, StorageUnavailable 503, StorageFull 507 */
  async packingList(shipmentId: string, actor: Actor): Promise<ShipmentPaper> {
    const cargo = await this.cargo.getWhole(shipmentId, actor);
    if (!cargo.packages.length) throw new NothingPacked();
    const { seller } = await this.letterheads.get();
    const paper = packingListPaperOf(cargo, cargo.invoice, { ...this.printing(actor), seller });
    const bytes = await printPaper(join(__dirname, 'packing-list.worker'), paper);
    return this.keep(cargo.shipment, 'packing_list', `Packing-list_${paper.number}.pdf`, bytes, actor);
  }

  /** @throws ResourceNotFound 404, InvoiceWithoutShipment 409, StorageUnavailable 503, StorageFull 507 */
  async invoice(invoiceId: string, actor: Actor): Promise<ShipmentPaper> {
    const invoice = await this.invoices.get(invoiceId, actor);
    const { shipment } = invoice;
    if (!shipment) throw new InvoiceWithoutShipment(invoice.invoiceNumber);
    const paper = invoicePaperOf(invoice, shipment, this.printing(actor));
    const bytes = await printPaper(join(__dirname, 'commercial-invoice.worker'), paper);
    return this.keep(shipment, 'commercial_invoice', `${invoice.invoiceNumber}.pdf`, bytes, actor);
  }

  private keep(shipment: Shipment, kind: PaperKind, name: string, bytes: Buffer, actor: Actor): Promise<ShipmentPaper> {
    const file = { bytes, fileName: safeFileName(name), contentType: 'application/pdf', extension: 'pdf' as const };
    return this.papers.keep(shipment, kind, file, actor);
  }

  private printing({ fullName }: Actor): Printing {
    return {
      house: this.config.HOUSE_NAME,
      printed: `printed ${dayWords(today(this.config.TZ_HOUSE))} by ${fullName}`,
    };
  }
}
