import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged, type Changes, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import { priceText } from '../../../platform/values/money';
import { quantityText } from '../../../platform/values/quantity';
import type { Actor } from '../../auth/access/actor';
import { lineLabel } from '../../orders/line/lines.dto';
import { refuseFraction } from '../../orders/order/order-factory';
import { seesOrder } from '../../orders/order-scope';
import { NoSuchReference } from '../../orders/orders.errors';
import { InvoicesRepository } from '../invoice/invoices.repository';
import { containerDoubt, containerNumberOf } from '../numbers/container-doubt';
import { numberedTwice, type PackedRow } from '../packing/packing';
import type { WritePackingListDto } from '../packing/packing.dto';
import { PackageContent, ShipmentPackage } from '../packing/shipment-package.entity';
import type { Shipment } from '../shipment.entity';
import { DoubtfulNumber } from '../shipment.errors';
import { ShipmentContainersChanged, ShipmentLinesChanged, ShipmentPackingChanged } from '../shipment.events';
import { ShipmentsRepository } from '../shipments.repository';
import { labelOf, packedRows, partSeen, type Cargo } from './cargo';
import type { WriteContainersDto, WriteShipmentLinesDto } from './cargo.dto';
import { ContainerIsPacked, LineIsPacked } from './cargo.errors';
import { CargoRepository, type CargoLine } from './cargo.repository';
import { ShipmentContainer } from './shipment-container.entity';
import { ShipmentLine } from './shipment-line.entity';

/** What a shipment carries, list by list. Whoever writes one holds the lock of the shipment, whose version moves on. */
@Injectable()
export class CargoService {
  constructor(
    private readonly shipments: ShipmentsRepository,
    private readonly cargo: CargoRepository,
    private readonly invoices: InvoicesRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<Cargo> {
    const cargo = await this.of(await this.shipments.get(id, actor));
    return partSeen(cargo, (order) => seesOrder(order, actor, 'shipment.read'));
  }

  /** For the papers, which tell all of it. @throws ResourceNotFound 404, GoesWithOthers 403 */
  async getWhole(id: string, actor: Actor): Promise<Cargo> {
    return this.of(await this.shipments.getWhole(id, actor));
  }

  /** In place of the lines that it had, of its order or of others. @throws GoesWithOthers 403, NoSuchReference 400, FractionOfUnit 422, LineIsPacked 422, StaleVersion 412 */
  writeLines(id: string, { lines }: WriteShipmentLinesDto, actor: Actor, expected?: number): Promise<Cargo> {
    return this.writing(id, actor, expected, async (before) => {
      const { shipment } = before;
      const labels = await this.labelsFor(before, lines, actor);
      const rows = lines.map((line, index) => {
        const at = `lines.${index}.`;
        if (!labels.has(line.orderLineId)) throw new NoSuchReference(`${at}orderLineId`, 'line of your orders');
        if (lines.findIndex(({ orderLineId }) => orderLineId === line.orderLineId) < index)
          throw new InvalidInput({ [`${at}orderLineId`]: ['This line stands above already.'] });
        refuseFraction(line, at);
        const had = before.lines.find(({ orderLineId }) => orderLineId === line.orderLineId);
        return Object.assign(new ShipmentLine(), {
          ...(had ? { id: had.id } : {}),
          ...{ shipmentId: shipment.id, orderLineId: line.orderLineId, sequenceNumber: index },
          ...{ quantity: line.quantity, unit: line.unit },
          ...{ unitPrice: line.unitPrice ?? null, description: line.description ?? null },
        });
      });
      refusePacked(before, rows);
      await this.cargo.replaceLines(shipment.id, rows);
      await this.cargo.keepOrders(shipment);
      const after = rows.map((row) => lineTold(row, labels.get(row.orderLineId) ?? ''));
      return { lines: [before.lines.map((line) => lineTold(line, labelOf(line))), after] };
    });
  }

  /** In place of the containers that it had. @throws DoubtfulNumber 422, ContainerIsPacked 422, InvalidInput 400, StaleVersion 412 */
  writeContainers(id: string, { containers }: WriteContainersDto, actor: Actor, expected?: number): Promise<Cargo> {
    return this.writing(id, actor, expected, async ({ shipment, containers: had, packages }) => {
      const numbers = containers.map((container) => containerNumberOf(container.containerNumber));
      const rows = containers.map((container, index) => {
        const containerNumber = numbers[index] ?? '';
        const doubt = containerDoubt(containerNumber);
        const [field, reason] = [`containers.${index}.containerNumber`, `containers.${index}.numberReason`];
        if (doubt && !container.numberReason) throw new DoubtfulNumber(field, reason, doubt);
        const same = continued(had, numbers, index);
        return Object.assign(new ShipmentContainer(), {
          ...(same ? { id: same.id } : {}),
          ...{ shipmentId: shipment.id, sequenceNumber: index, containerNumber, size: container.size },
          ...{ numberReason: doubt ? container.numberReason : null, sealNumber: container.sealNumber ?? null },
        });
      });
      for (const [index, { containerNumber }] of rows.entries())
        if (rows.findIndex((row) => row.containerNumber === containerNumber) < index)
          throw new InvalidInput({ [`containers.${index}.containerNumber`]: ['This container stands above already.'] });
      const gone = had.filter(({ id }) => !rows.some((row) => row.id === id));
      const packed = gone.filter(({ id }) => packages.some(({ containerId }) => containerId === id));
      if (packed.length) throw new ContainerIsPacked(packed.map(({ containerNumber }) => containerNumber));
      await this.cargo.replaceContainers(shipment.id, rows);
      return { containers: [had.map(containerTold), rows.map(containerTold)] };
    });
  }

  /** In place of the rows that it had. @throws NoSuchReference 400, InvalidInput 400, FractionOfUnit 422, StaleVersion 412 */
  writePackages(id: string, { packages }: WritePackingListDto, actor: Actor, expected?: number): Promise<Cargo> {
    return this.writing(id, actor, expected, async (before) => {
      const rows: PackedRow[] = packages.map((row) => ({
        ...row,
        ...{ netKg: row.netKg ?? null, grossKg: row.grossKg ?? null },
        ...{ lengthCm: row.lengthCm ?? null, widthCm: row.widthCm ?? null, heightCm: row.heightCm ?? null },
        containerNumber: row.containerNumber ? containerNumberOf(row.containerNumber) : null,
      }));
      refuseRows(rows, before.lines);
      const boxes = new Map(before.containers.map(({ containerNumber, id }) => [containerNumber, id]));
      for (const [index, { containerNumber }] of rows.entries())
        if (containerNumber && !boxes.has(containerNumber))
          throw new NoSuchReference(`packages.${index}.containerNumber`, 'container of this shipment');
      const keys = new Map(before.lines.map((line) => [line.orderLineId, line.id]));
      const held = rows.map(({ contents: _, containerNumber, ...row }, sequenceNumber) =>
        Object.assign(new ShipmentPackage(), {
          ...{ ...row, shipmentId: before.shipment.id, sequenceNumber },
          containerId: containerNumber ? boxes.get(containerNumber) : null,
        }),
      );
      const contents = rows.flatMap((row, index) =>
        row.contents.map(({ orderLineId, quantity }) =>
          Object.assign(new PackageContent(), {
            packageId: held[index]?.id,
            shipmentLineId: keys.get(orderLineId),
            quantity,
          }),
        ),
      );
      await this.cargo.replacePackages(before.shipment.id, held, contents);
      return { packages: [packedRows(before), rows] };
    });
  }

  private async of(shipment: Shipment): Promise<Cargo> {
    const lines = await this.cargo.linesOf(shipment.id);
    const containers = await this.cargo.containersOf(shipment.id);
    const packages = await this.cargo.packagesOf(shipment.id);
    return { shipment, lines, containers, packages, invoice: await this.invoices.findIssued(shipment.id) };
  }

  private writing(
    id: string,
    actor: Actor,
    expected: number | undefined,
    write: (before: Cargo) => Promise<Written>,
  ): Promise<Cargo> {
    return this.transaction.run(async () => {
      const shipment = await this.shipments.getWholeForUpdate(id, actor, expected);
      const written = await write(await this.of(shipment));
      const [list] = Object.keys(written) as [keyof Written];
      const [before, after] = (written[list] ?? []).map((rows) => ({ [list]: rows }));
      const changes: Changes = changesBetween(before ?? {}, after ?? {}, [list]);
      if (!isUnchanged(changes)) {
        await this.shipments.save(shipment);
        await this.outbox.record(new EVENT_OF[list](subject(shipment), actor, changes));
      }
      return this.of(shipment);
    });
  }

  /** What may go: lines of the actor's orders, and those that went although they lie in the trash by now. */
  private async labelsFor(
    before: Cargo,
    asked: WriteShipmentLinesDto['lines'],
    actor: Actor,
  ): Promise<Map<string, string>> {
    const labels = new Map(before.lines.map((line) => [line.orderLineId, labelOf(line)]));
    const others = asked.map(({ orderLineId }) => orderLineId).filter((id) => !labels.has(id));
    for (const line of others.length ? await this.cargo.linesToShip(others, actor) : [])
      labels.set(line.id, lineLabel(line, line.style.styleNumber));
    return labels;
  }
}

/** One list, as it was and as it is. */
type Written = Partial<Record<'lines' | 'containers' | 'packages', readonly [readonly unknown[], readonly unknown[]]>>;

const EVENT_OF = {
  lines: ShipmentLinesChanged,
  containers: ShipmentContainersChanged,
  packages: ShipmentPackingChanged,
};

/** The row that a container goes on: of the same number, else the one in its place whose number is gone: it was corrected. */
function continued(
  had: readonly ShipmentContainer[],
  numbers: readonly string[],
  at: number,
): ShipmentContainer | undefined {
  const same = had.find(({ containerNumber }) => containerNumber === numbers[at]);
  const there = had[at];
  return same ?? (there && !numbers.includes(there.containerNumber) ? there : undefined);
}

function refusePacked({ lines, packages }: Cargo, rows: readonly ShipmentLine[]): void {
  const packed = new Set(packages.flatMap(({ contents }) => contents.map(({ shipmentLineId }) => shipmentLineId)));
  const touched = lines.filter(({ id, unit }) => packed.has(id) && rows.find((row) => row.id === id)?.unit !== unit);
  if (touched.length) throw new LineIsPacked(touched.map(labelOf));
}

function refuseRows(rows: readonly PackedRow[], lines: readonly CargoLine[]): void {
  for (const [index, row] of rows.entries()) {
    const at = `packages.${index}.`;
    if (row.lastNumber < row.firstNumber)
      throw new InvalidInput({ [`${at}lastNumber`]: ['The last number comes after the first.'] });
    if (row.netKg !== null && row.grossKg !== null && Number(row.grossKg) < Number(row.netKg))
      throw new InvalidInput({ [`${at}grossKg`]: ['With its packing it weighs no less than without.'] });
    const sides = [row.lengthCm, row.widthCm, row.heightCm].filter((side) => side !== null).length;
    if (sides === 1 || sides === 2)
      throw new InvalidInput({ [`${at}lengthCm`]: ['Give all three: length, width and height.'] });
    for (const [place, { orderLineId, quantity }] of row.contents.entries()) {
      const line = lines.find((each) => each.orderLineId === orderLineId);
      const field = `${at}contents.${place}.`;
      if (!line) throw new NoSuchReference(`${field}orderLineId`, 'line in this shipment');
      if (row.contents.findIndex((content) => content.orderLineId === orderLineId) < place)
        throw new InvalidInput({ [`${field}orderLineId`]: ['This line is in the package already.'] });
      refuseFraction({ quantity, unit: line.unit }, field);
    }
  }
  const twice = numberedTwice(rows);
  if (twice)
    throw new InvalidInput({
      [`packages.${twice.row}.firstNumber`]: [`Number ${twice.number} stands in an earlier row as well.`],
    });
}

const lineTold = (
  line: Pick<ShipmentLine, 'orderLineId' | 'quantity' | 'unitPrice' | 'description'> & { unit: string },
  label: string,
) => ({
  label,
  ...{ orderLineId: line.orderLineId, quantity: quantityText(line.quantity), unit: line.unit },
  ...{ unitPrice: line.unitPrice === null ? null : priceText(line.unitPrice), description: line.description },
});

const containerTold = ({ containerNumber, size, sealNumber, numberReason }: ShipmentContainer) => ({
  ...{ containerNumber, size, sealNumber, numberReason },
});

const subject = ({ id, rowVersion, orderId }: Shipment): EventSubject => ({ id, rowVersion, orderId });
