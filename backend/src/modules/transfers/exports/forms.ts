import type { SheetKind } from './export.vocabulary';
import type { OtherStep, SheetForm } from './sheet';
import { ordersForm } from './sheets/orders.columns';
import { productionDaysForm } from './sheets/production-days.columns';
import { productionEntriesForm } from './sheets/production-entries.columns';
import { tnaForm } from './sheets/tna.columns';

const FORMS: Readonly<Record<SheetKind, (otherSteps: readonly OtherStep[]) => SheetForm>> = {
  orders: ordersForm,
  tna: tnaForm,
  production_days: productionDaysForm,
  production_entries: productionEntriesForm,
};

/** What a sheet says of its rows. */
export const formOfKind = (kind: SheetKind, otherSteps: readonly OtherStep[]): SheetForm => FORMS[kind](otherSteps);
