import {
  DecimalField,
  Flag,
  Id,
  ListOf,
  Nested,
  OneOf,
  PriceField,
  QuantityField,
  Text,
  Texts,
  UnitField,
  Whole,
  AmountField,
  CurrencyField,
} from '../../../platform/http/fields';
import { MoneyDto, QuantityDto } from '../../../platform/http/value.dto';
import { quantityText, type Unit } from '../../../platform/values/quantity';
import { PackageCountDto, PackageDto, PackingTotalsDto } from '../packing/packing.dto';
import {
  CONTAINER_SIZES,
  PACKAGE_KINDS,
  PRICE_SOURCES,
  type ContainerSize,
  type PriceSource,
} from '../shipment.vocabulary';
import { amountWritten, figuresOf, labelOf, priceOf, priceWritten, stowed, type Cargo } from './cargo';
import { containerDoubt } from '../numbers/container-doubt';

const may = { optional: true, nullable: true } as const;
const CONTAINER = { example: 'CSQU3054383', description: 'ISO 6346; blanks and dashes are taken out.' };
const REASON = 'Why the number stands although it does not check, such as a box of the shipper’s own.';

const Fill = (nullable = false) => DecimalField({ min: '0', max: '9999999', scale: 1, nullable, example: '75.0' });

export class WriteShipmentLineDto {
  @Id() orderLineId: string;
  @QuantityField() quantity: string;
  @UnitField() unit: Unit;
  @PriceField({
    ...may,
    description:
      'In the currency of the order’s line; null: as the PI has it that the buyer confirmed, else as the order.',
    example: null,
  })
  unitPrice?: string | null;
  @Text({ ...may, max: 2000, description: 'The goods in the words of the papers, such as the LC’s.', example: null })
  description?: string | null;
}

export class WriteShipmentLinesDto {
  @ListOf(() => WriteShipmentLineDto, { max: 500 }) lines: WriteShipmentLineDto[];
}

export class WriteContainerDto {
  @Text({ ...CONTAINER, max: 20 }) containerNumber: string;
  @Text({ ...may, max: 500, description: REASON, example: null }) numberReason?: string | null;
  @OneOf(CONTAINER_SIZES, { name: 'ContainerSize', example: '40HC' }) size: ContainerSize;
  @Text({ ...may, max: 50, example: 'ML-BD4471203' }) sealNumber?: string | null;
}

export class WriteContainersDto {
  @ListOf(() => WriteContainerDto, { max: 50 }) containers: WriteContainerDto[];
}

export class PricedByDto {
  @Id() proformaInvoiceId: string;
  @Text({ max: 100, example: 'PI-00042' }) piNumber: string;
}

export class ShipmentLineDto {
  @Id() orderLineId: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 500, example: 'MT-1 · Black' }) label: string;
  @QuantityField() quantity: string;
  @UnitField() unit: string;
  @PriceField({ nullable: true, description: 'Its own; null: as was agreed.' }) unitPrice: string | null;
  @PriceField({ nullable: true, description: 'The price that counts.' }) price: string | null;
  @OneOf(PRICE_SOURCES, { nullable: true, name: 'PriceSource', description: 'Where the price that counts comes from.' })
  priceFrom: PriceSource | null;
  @Nested(() => PricedByDto, { nullable: true, description: 'The PI that the price stands on.' })
  pricedBy: PricedByDto | null;
  @CurrencyField({ description: 'Of the price that counts, else of the order’s line.' }) currency: string;
  @AmountField({ nullable: true }) amount: string | null;
  @Text({ max: 2000, nullable: true, example: null }) description: string | null;
  @Nested(() => QuantityDto, { nullable: true, description: 'What the order’s line asks for.' })
  ordered: QuantityDto | null;
  @QuantityField({ zero: true, description: 'In other shipments that did not come back, in the same unit.' })
  elsewhere: string;
  @QuantityField({ zero: true, description: 'In the packing list, in the same unit.' }) packed: string;
}

export class ContainerDto {
  @Text({ ...CONTAINER, max: 20 }) containerNumber: string;
  @Text({ max: 500, nullable: true, example: null }) numberReason: string | null;
  @Flag({ description: 'Its check digit is right.' }) checks: boolean;
  @OneOf(CONTAINER_SIZES, { name: 'ContainerSize', example: '40HC' }) size: ContainerSize;
  @Text({ max: 50, nullable: true, example: 'ML-BD4471203' }) sealNumber: string | null;
  @ListOf(() => PackageCountDto, { max: PACKAGE_KINDS.length, description: 'Of the packing list, in this one.' })
  packages: PackageCountDto[];
  @QuantityField({ zero: true, example: '1228.8' }) grossKg: string;
  @QuantityField({ zero: true, example: '7.776' }) volumeM3: string;
  @Fill(true) volumePercent: string | null;
  @Fill(true) weightPercent: string | null;
}

export class CargoDifferenceDto {
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 1000, example: 'MT-1 · Black: 1,200 kg go, 1,180.5 kg are packed: 19.5 kg less.' }) sentence: string;
}

export class ChargeableDto {
  @QuantityField({ zero: true, example: '166.667' }) quantity: string;
  @OneOf(['kg', 'revenue_tons'], { name: 'ChargeableUnit', description: 'Revenue tons: t or m³.' })
  unit: 'kg' | 'revenue_tons';
  @Text({ max: 1000, example: 'Volume: 1000000 cm³ ÷ 6000, more than 150 kg gross.' }) basis: string;
}

export class ContainerFillDto {
  @Fill() volumePercent: string;
  @Fill(true) weightPercent: string | null;
  @Text({ max: 2000, example: '57 m³ and 13.25 t gross in 1 × 40′HC (inner 76 m³ …).' }) basis: string;
}

/** What a shipment carries. Its version is the shipment's. */
export class CargoDto {
  @Id({ description: 'The shipment.' }) id: string;
  @Flag({ description: 'Orders of colleagues go with it: this is the part of yours alone.', example: false })
  part: boolean;
  @ListOf(() => ShipmentLineDto, { max: 500 }) lines: ShipmentLineDto[];
  @ListOf(() => QuantityDto, { max: 10 }) quantities: QuantityDto[];
  @ListOf(() => MoneyDto, { max: 500 }) amounts: MoneyDto[];
  @Whole({
    min: 0,
    max: 500,
    description: 'Lines that no price is agreed for: the amounts leave them out.',
    example: 0,
  })
  unpriced: number;
  @ListOf(() => ContainerDto, { max: 50 }) containers: ContainerDto[];
  @ListOf(() => PackageDto, { max: 1000 }) packages: PackageDto[];
  @Nested(() => PackingTotalsDto) packing: PackingTotalsDto;
  @ListOf(() => CargoDifferenceDto, { max: 1000, description: 'Where its papers do not say the same.' })
  differences: CargoDifferenceDto[];
  @Nested(() => ChargeableDto, {
    nullable: true,
    description: 'What the carrier charges for; null where it is unknown.',
  })
  chargeable: ChargeableDto | null;
  @Nested(() => ContainerFillDto, { nullable: true }) fill: ContainerFillDto | null;
  @Texts({ description: 'What Incoterms 2020 say against its terms.', example: [] }) remarks: string[];
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(cargo: Cargo): CargoDto {
    const { rows, byLine, ...figures } = figuresOf(cargo);
    return {
      ...figures,
      id: cargo.shipment.id,
      lines: cargo.lines.map((line) => {
        const priced = priceOf(line);
        return {
          ...{ orderLineId: line.orderLineId, orderId: line.orderId, orderNumber: line.orderNumber },
          label: labelOf(line),
          quantity: quantityText(line.quantity),
          unit: line.unit,
          unitPrice: priceWritten(line.unitPrice),
          price: priceWritten(priced?.price ?? null),
          priceFrom: priced?.source ?? null,
          pricedBy: priced?.agreed ? { proformaInvoiceId: priced.agreed.paperId, piNumber: priced.agreed.paper } : null,
          currency: priced?.currency ?? line.currency,
          amount: amountWritten(line),
          description: line.description,
          ordered:
            line.orderedQuantity === null
              ? null
              : { quantity: quantityText(line.orderedQuantity), unit: line.orderedUnit },
          elsewhere: quantityText(line.elsewhere ?? '0'),
          packed: quantityText(byLine.get(line.orderLineId) ?? '0'),
        };
      }),
      containers: cargo.containers.map(({ containerNumber, numberReason, size, sealNumber }) => ({
        ...{ containerNumber, numberReason, size, sealNumber },
        checks: containerDoubt(containerNumber) === null,
        ...stowed(size, containerNumber, rows),
      })),
      packages: rows.map((row) => ({ ...row, contents: [...row.contents] })),
      rowVersion: cargo.shipment.rowVersion,
    };
  }
}
