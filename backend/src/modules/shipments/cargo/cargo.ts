import Decimal from 'decimal.js';
import { amountText, lineAmount, priceText, sumMoney } from '../../../platform/values/money';
import { quantityText, sumQuantities } from '../../../platform/values/quantity';
import type { AgreedPrice } from '../../orders/line/agreed-price';
import { lineLabel } from '../../orders/line/lines.dto';
import { chargeable, containerFill } from '../freight/freight';
import { cubicMetres, packingTotals, type PackedRow } from '../packing/packing';
import { ShipmentPackage } from '../packing/shipment-package.entity';
import type { CommercialInvoice } from '../invoice/commercial-invoice.entity';
import type { OrderOnShipment, Shipment } from '../shipment.entity';
import type { ContainerSize, PriceSource } from '../shipment.vocabulary';
import type { CargoLine } from './cargo.repository';
import type { ShipmentContainer } from './shipment-container.entity';
import { invoiceDifferences, packingDifferences, stowageDifferences, termRemarks } from './ties';

/** All that a shipment carries, as it lies in the tables. */
export interface Cargo {
  shipment: Shipment;
  lines: CargoLine[];
  containers: ShipmentContainer[];
  packages: ShipmentPackage[];
  /** The commercial invoice that stands. */
  invoice: CommercialInvoice | null;
  /** Only what somebody may see of it, who has not all its orders. */
  part?: true;
}

export const labelOf = (line: CargoLine): string => lineLabel(line, line.styleNumber);

/**
 * What of it somebody sees who does not see all its orders: their own lines, and the packages that these are in. The
 * invoice asks for all of it, so it is not held against a part.
 */
export function partSeen(cargo: Cargo, sees: (order: OrderOnShipment) => boolean): Cargo {
  const { orders } = cargo.shipment;
  if (orders.every(sees)) return cargo;
  const own = orders.filter(sees).map(({ id }) => id);
  const lines = cargo.lines.filter(({ orderId }) => own.includes(orderId));
  const packages = cargo.packages.flatMap((row) => {
    const contents = row.contents.filter(({ shipmentLineId }) => lines.some(({ id }) => id === shipmentLineId));
    return contents.length ? [Object.assign(new ShipmentPackage(), row, { contents })] : [];
  });
  return { ...cargo, lines, packages, invoice: null, part: true };
}

/** The price that counts, and where it comes from. */
export interface LinePrice {
  price: string;
  currency: string;
  source: PriceSource;
  /** The PI that it stands on; null for other sources. */
  agreed: AgreedPrice | null;
}

/**
 * The price that counts: the line's own, else what the buyer confirmed by a PI, else that of the order's line; null where
 * nothing is agreed. A price is for one unit, so none counts for a line that goes in another.
 */
export function priceOf({ unit, unitPrice, currency, agreed, provaPrice, orderedUnit }: CargoLine): LinePrice | null {
  if (unitPrice !== null) return { price: unitPrice, currency, source: 'own', agreed: null };
  if (agreed?.unit === unit)
    return { price: agreed.price, currency: agreed.currency, source: 'proforma_invoice', agreed };
  if (provaPrice === null || orderedUnit !== unit) return null;
  return { price: provaPrice, currency, source: 'order_line', agreed: null };
}

export function moneyOf(line: CargoLine): { amount: Decimal; currency: string } | null {
  const priced = priceOf(line);
  if (!priced) return null;
  return { amount: lineAmount(line.quantity, priced.price, priced.currency), currency: priced.currency };
}

/** The goods in the words of the papers: as somebody wrote them, else style, colour and cloth. */
export function goodsOf(line: CargoLine): string {
  if (line.description) return line.description;
  const { fabricType, fabricComposition, construction, gsm } = line;
  const cloth = [fabricType, fabricComposition, construction, gsm && `${quantityText(gsm)} g/m²`].filter(Boolean);
  return [labelOf(line), cloth.join(', ')].filter(Boolean).join('\n');
}

/** Rows of the packing list by the lines of the order and the numbers of the containers, with which people and the API name them. */
export function packedRows({
  packages,
  lines,
  containers,
}: Pick<Cargo, 'packages' | 'lines' | 'containers'>): PackedRow[] {
  const orderLine = new Map(lines.map(({ id, orderLineId }) => [id, orderLineId]));
  const container = new Map(containers.map(({ id, containerNumber }) => [id, containerNumber]));
  return packages.map((row) => ({
    kind: row.kind,
    firstNumber: row.firstNumber,
    lastNumber: row.lastNumber,
    contents: row.contents.map(({ shipmentLineId, quantity }) => ({
      orderLineId: orderLine.get(shipmentLineId) ?? '',
      quantity: quantityText(quantity),
    })),
    netKg: written(row.netKg),
    grossKg: written(row.grossKg),
    lengthCm: written(row.lengthCm),
    widthCm: written(row.widthCm),
    heightCm: written(row.heightCm),
    containerNumber: row.containerId ? (container.get(row.containerId) ?? null) : null,
  }));
}

/** What goes in a container, and how full it is with that. */
export function stowed(size: ContainerSize, containerNumber: string, rows: readonly PackedRow[]) {
  const totals = packingTotals(rows.filter((row) => row.containerNumber === containerNumber));
  const fill = totals.count ? containerFill([size], totals) : null;
  return {
    packages: totals.packages,
    grossKg: quantityText(totals.grossKg),
    volumeM3: cubicMetres(totals.volumeCm3),
    volumePercent: fill?.volumePercent ?? null,
    weightPercent: fill?.weightPercent ?? null,
  };
}

/** The figures of a cargo: what it adds up to, whether its papers tie, and what the carrier counts. */
export function figuresOf(cargo: Cargo) {
  const { shipment, lines, containers, invoice } = cargo;
  const rows = packedRows(cargo);
  const totals = packingTotals(rows);
  const tied = lines.map((line) => ({ ...line, label: labelOf(line), price: priceOf(line)?.price ?? null }));
  return {
    rows,
    byLine: totals.byLine,
    quantities: sumQuantities(lines),
    amounts: sumMoney(lines.flatMap((line) => moneyOf(line) ?? [])),
    unpriced: lines.filter((line) => priceOf(line) === null).length,
    packing: {
      packages: totals.packages,
      netKg: quantityText(totals.netKg),
      grossKg: quantityText(totals.grossKg),
      volumeM3: cubicMetres(totals.volumeCm3),
      unweighed: totals.unweighed,
      unmeasured: totals.unmeasured,
    },
    differences: [
      ...packingDifferences(tied, totals),
      ...(cargo.part ? [] : stowageDifferences(rows, containers)),
      ...(invoice ? invoiceDifferences(tied, invoice.invoiceNumber, invoice.lines) : []),
    ],
    part: cargo.part === true,
    chargeable: totals.count && !cargo.part ? chargeable(shipment.mode, shipment.load, totals) : null,
    fill:
      totals.count && !cargo.part
        ? containerFill(
            containers.map(({ size }) => size),
            totals,
          )
        : null,
    remarks: termRemarks(shipment, containers.length > 0),
  };
}

const written = (value: string | null): string | null => (value === null ? null : quantityText(value));

/** A price and an amount as they are written; null where nothing is agreed. */
export const priceWritten = (price: string | null): string | null => (price === null ? null : priceText(price));
export const amountWritten = (line: CargoLine): string | null => {
  const money = moneyOf(line);
  return money && amountText(money.amount, money.currency);
};
