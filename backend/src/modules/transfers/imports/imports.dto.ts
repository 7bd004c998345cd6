import { Id, Instant, ListOf, Nested, OneOf, SomeOf, Text, Whole } from '../../../platform/http/fields';
import { OrderListItemDto } from '../../orders/order/orders.dto';
import { isSameNumber } from '../../orders/order/orders.repository';
import type { WholeOrder } from '../../orders/order/orders.service';
import { WorkbookDecisionsDto, decisionsFrom } from './decisions.dto';
import { DryRunDto } from './dry-run.dto';
import type { WorkbookImport } from './import.entity';
import { IMPORT_STATUSES, importLifecycle, type ImportStatus } from './import.lifecycle';
import { pick } from './pick';

export class ImportedOrderDto {
  @Id() id: string;
  @Text({ max: 50, example: 'PB-20261121-0001' }) orderNumber: string;
  @Whole({ min: 0, max: 2000, example: 2 }) lines: number;
}

export class ImportSummaryDto {
  @Id() id: string;
  @Text({ max: 255, example: 'plan.xls' }) fileName: string;
  @Whole({ min: 0, max: 2147483647, description: 'Bytes.', example: 30208 }) fileSize: number;
  @OneOf(IMPORT_STATUSES, { name: 'ImportStatus' }) status: ImportStatus;
  @SomeOf(IMPORT_STATUSES, { name: 'ImportStatus', example: ['committed', 'discarded'] }) nextStatuses: ImportStatus[];
  @ListOf(() => ImportedOrderDto, { max: 2000, description: 'What it became.' }) orders: ImportedOrderDto[];
  @Instant({ nullable: true, example: null }) committedAt: string | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(row: WorkbookImport): ImportSummaryDto {
    return {
      ...pick(row, 'id', 'fileName', 'fileSize', 'status', 'rowVersion'),
      nextStatuses: [...importLifecycle.nextOf(row.status)],
      orders: row.orders.map((order) => pick(order, 'id', 'orderNumber', 'lines')),
      committedAt: row.committedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

/** A PO number that an order would be made with and others carry already: none is merged, and none refused. */
export class RepeatedNumberDto {
  @Text({ max: 50, description: 'As the sheet has it.', example: 'PO-1182' }) orderNumber: string;
  @ListOf(() => OrderListItemDto, { max: 50, description: 'The latest first; those that you see.' })
  orders: OrderListItemDto[];
}

export class ImportDto extends ImportSummaryDto {
  @Nested(() => WorkbookDecisionsDto) decisions: WorkbookDecisionsDto;
  @Nested(() => DryRunDto, { nullable: true }) dryRun: DryRunDto | null;
  @ListOf(() => RepeatedNumberDto, { max: 2000, description: 'Of a draft: its PO numbers that were seen before.' })
  repeats: RepeatedNumberDto[];

  /** @param repeats orders that carry one of its numbers */
  static of(row: WorkbookImport, repeats: readonly WholeOrder[]): ImportDto {
    const numbers = [...new Set(row.dryRun?.orders.flatMap(({ orderNumber }) => orderNumber ?? []))];
    return {
      ...ImportSummaryDto.from(row),
      repeats: numbers.flatMap((orderNumber) => {
        const orders = repeats.filter(({ order }) => isSameNumber(order.orderNumber, orderNumber));
        return orders.length
          ? [{ orderNumber, orders: orders.map(({ order, lines }) => OrderListItemDto.from(order, lines)) }]
          : [];
      }),
      decisions: decisionsFrom(row.decisions),
      dryRun: row.dryRun && DryRunDto.from(row.dryRun),
    };
  }
}
