import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../platform/database/transaction';
import type { Actor } from '../../auth/access/actor';
import { visibleTo } from '../../orders/order-scope';
import { AgreedPrices, type AgreedPrice } from '../../orders/line/agreed-price';
import { OrderLine } from '../../orders/line/line.entity';
import { PackageContent, ShipmentPackage } from '../packing/shipment-package.entity';
import type { Shipment } from '../shipment.entity';
import { ShipmentContainer } from './shipment-container.entity';
import { ShipmentLine } from './shipment-line.entity';

/** A line that goes, with what its order says of it. */
export interface CargoLine {
  id: string;
  orderLineId: string;
  orderId: string;
  orderNumber: string;
  quantity: string;
  unit: string;
  /** Its own; null: as was agreed. */
  unitPrice: string | null;
  description: string | null;
  styleNumber: string;
  colorName: string | null;
  colorCode: string | null;
  cadName: string | null;
  cadCode: string | null;
  part: number;
  fabricType: string | null;
  fabricComposition: string | null;
  construction: string | null;
  gsm: string | null;
  orderedQuantity: string | null;
  orderedUnit: string;
  provaPrice: string | null;
  /** Of the order's line; so is that of a price of its own. */
  currency: string;
  /** By the last PI that the buyer confirmed; null where none has this line. */
  agreed: AgreedPrice | null;
  /** In other shipments that did not come back, in the same unit. */
  elsewhere: string | null;
}

/** Lines of the order stay readable here while they lie in the trash. */
const linesSql = (agreed: string): string => `
  SELECT sl.id, sl.order_line_id AS "orderLineId", o.id AS "orderId", o.order_number AS "orderNumber", sl.quantity, sl.unit, sl.unit_price AS "unitPrice", sl.description,
    st.style_number AS "styleNumber", ol.color_name AS "colorName", ol.color_code AS "colorCode", ol.cad_name AS "cadName",
    ol.cad_code AS "cadCode", ol.part, coalesce(st.fabric_type, o.fabric_type) AS "fabricType",
    coalesce(st.fabric_composition, o.fabric_composition) AS "fabricComposition",
    coalesce(st.construction, o.construction) AS construction, coalesce(st.gsm, o.gsm) AS gsm,
    ol.quantity AS "orderedQuantity", ol.unit AS "orderedUnit", ol.prova_price AS "provaPrice", ol.currency,
    ${agreed} AS agreed,
    (SELECT sum(other.quantity) FROM shipment_lines other JOIN shipments s ON s.id = other.shipment_id
      WHERE other.order_line_id = sl.order_line_id AND other.shipment_id <> sl.shipment_id AND other.unit = sl.unit
        AND s.deleted_at IS NULL AND s.status <> 'returned') AS elsewhere
  FROM shipment_lines sl
  JOIN order_lines ol ON ol.id = sl.order_line_id
  JOIN order_styles st ON st.id = ol.style_id
  JOIN orders o ON o.id = ol.order_id
  WHERE sl.shipment_id = $1
  ORDER BY sl.sequence_number, sl.id`;

/** What a shipment carries, for one that the caller has shown to be visible. Each list is written as a whole. */
@Injectable()
export class CargoRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly agreedPrices: AgreedPrices,
  ) {}

  linesOf(shipmentId: string): Promise<CargoLine[]> {
    return this.transaction.manager.query<CargoLine[]>(linesSql(this.agreedPrices.of('ol.id')), [shipmentId]);
  }

  containersOf(shipmentId: string): Promise<ShipmentContainer[]> {
    return this.transaction.manager.find(ShipmentContainer, {
      where: { shipmentId },
      order: { sequenceNumber: 'ASC', id: 'ASC' },
    });
  }

  packagesOf(shipmentId: string): Promise<ShipmentPackage[]> {
    return this.transaction.manager
      .createQueryBuilder(ShipmentPackage, 'held')
      .leftJoinAndSelect('held.contents', 'content')
      .leftJoin('content.shipmentLine', 'line')
      .where('held.shipmentId = :shipmentId', { shipmentId })
      .orderBy('held.sequenceNumber')
      .addOrderBy('held.id')
      .addOrderBy('line.sequenceNumber')
      .getMany();
  }

  /** Rows that stay keep their keys, since packages name them. */
  async replaceLines(shipmentId: string, lines: ShipmentLine[]): Promise<void> {
    const rows = this.transaction.manager.getRepository(ShipmentLine);
    await rows.delete({ shipmentId, ...(lines.length ? { id: Not(In(lines.map(({ id }) => id))) } : {}) });
    if (lines.length) await rows.upsert(lines as QueryDeepPartialEntity<ShipmentLine>[], ['id']);
  }

  /** Lines of any order that may go, with their styles: those that the actor may ship. */
  linesToShip(ids: readonly string[], actor: Actor): Promise<OrderLine[]> {
    const query = this.transaction.manager
      .createQueryBuilder(OrderLine, 'line')
      .innerJoinAndSelect('line.style', 'style')
      .innerJoin('line.order', 'order');
    return visibleTo(query, actor, 'shipment.write').andWhere('line.id = ANY(:ids)', { ids }).getMany();
  }

  /** The orders of the lines that go, beside the first, which stays. */
  async keepOrders({ id, orderId }: Shipment): Promise<void> {
    const { manager } = this.transaction;
    await manager.query(
      `DELETE FROM shipment_orders WHERE shipment_id = $1 AND order_id <> $2
        AND order_id NOT IN (SELECT l.order_id FROM shipment_lines sl JOIN order_lines l ON l.id = sl.order_line_id
          WHERE sl.shipment_id = $1)`,
      [id, orderId],
    );
    await manager.query(
      `INSERT INTO shipment_orders (shipment_id, order_id) SELECT DISTINCT $1::uuid, l.order_id
        FROM shipment_lines sl JOIN order_lines l ON l.id = sl.order_line_id WHERE sl.shipment_id = $1
        ON CONFLICT DO NOTHING`,
      [id],
    );
  }

  /** Likewise. */
  async replaceContainers(shipmentId: string, containers: ShipmentContainer[]): Promise<void> {
    const rows = this.transaction.manager.getRepository(ShipmentContainer);
    await rows.delete({ shipmentId, ...(containers.length ? { id: Not(In(containers.map(({ id }) => id))) } : {}) });
    if (containers.length) await rows.upsert(containers as QueryDeepPartialEntity<ShipmentContainer>[], ['id']);
  }

  async replacePackages(shipmentId: string, packages: ShipmentPackage[], contents: PackageContent[]): Promise<void> {
    const { manager } = this.transaction;
    await manager.delete(ShipmentPackage, { shipmentId });
    if (packages.length) await manager.insert(ShipmentPackage, packages as QueryDeepPartialEntity<ShipmentPackage>[]);
    for (let from = 0; from < contents.length; from += MOST_CONTENTS) {
      const some = contents.slice(from, from + MOST_CONTENTS);
      await manager.insert(PackageContent, some as QueryDeepPartialEntity<PackageContent>[]);
    }
  }
}

/** A statement of Postgres carries 65,535 parameters; a content is three. */
const MOST_CONTENTS = 20_000;
