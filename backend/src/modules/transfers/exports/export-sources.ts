import { Injectable } from '@nestjs/common';
import type { SheetKind } from './export.vocabulary';
import type { SheetSource } from './sheet';
import { OrdersSheet } from './sheets/orders.sheet';
import { ProductionDaysSheet } from './sheets/production-days.sheet';
import { ProductionEntriesSheet } from './sheets/production-entries.sheet';
import { TnaSheet } from './sheets/tna.sheet';

/** Where the rows of each kind come from. */
@Injectable()
export class ExportSources {
  private readonly sources: Readonly<Record<SheetKind, SheetSource>>;

  constructor(
    orders: OrdersSheet,
    tna: TnaSheet,
    productionDays: ProductionDaysSheet,
    productionEntries: ProductionEntriesSheet,
  ) {
    this.sources = { orders, tna, production_days: productionDays, production_entries: productionEntries };
  }

  of(kind: SheetKind): SheetSource {
    return this.sources[kind];
  }
}
