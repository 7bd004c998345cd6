import { Id, Instant, Nested, OneOf, SomeOf, Text, Whole } from '../../../platform/http/fields';
import { AttachmentDto } from '../../../platform/storage/attachment.dto';
import type { ExportJob } from './export-job.entity';
import { EXPORT_STATUSES, exportLifecycle, type ExportStatus } from './export.lifecycle';
import {
  EXPORT_FORMATS,
  EXPORT_KINDS,
  SHEET_KINDS,
  type ExportFormat,
  type ExportKind,
  type SheetKind,
} from './export.vocabulary';

export class AskForExportDto {
  @OneOf(SHEET_KINDS, { name: 'SheetKind', example: 'orders' }) kind: SheetKind;
  @Text({
    optional: true,
    max: 2000,
    min: 0,
    description: 'What is asked of the list, as in its address: filters, search and ordering.',
    example: 'status=running&ordering=etd',
  })
  filter?: string;
}

export class AskForPurchaseOrderDto {
  @Id() orderId: string;
}

export class ExportDto {
  @Id() id: string;
  @OneOf(EXPORT_KINDS, { name: 'ExportKind', example: 'orders' }) kind: ExportKind;
  @OneOf(EXPORT_FORMATS, { name: 'ExportFormat', example: 'xlsx' }) format: ExportFormat;
  @Text({
    max: 2000,
    description: 'What was asked for, in words.',
    example: 'status running; newest first',
  })
  about: string;
  @OneOf(EXPORT_STATUSES, { name: 'ExportStatus', example: 'done' }) status: ExportStatus;
  @SomeOf(EXPORT_STATUSES, { name: 'ExportStatus', example: [] }) nextStatuses: ExportStatus[];
  @Whole({ min: 0, max: 2147483647, nullable: true, description: 'Known once it was begun.', example: 120 })
  totalRows: number | null;
  @Whole({ min: 0, max: 2147483647, example: 120 }) doneRows: number;
  @Text({ max: 500, nullable: true, description: 'Why there is no file.', example: null }) failure: string | null;
  @Nested(() => AttachmentDto, { nullable: true }) file: AttachmentDto | null;
  @Instant({ nullable: true, example: null }) finishedAt: string | null;
  @Instant({ description: 'It is gone after that.' }) expiresAt: string;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(row: ExportJob): ExportDto {
    const { id, kind, format, about, status, totalRows, doneRows, failure, rowVersion } = row;
    return {
      ...{ id, kind, format, about, status, totalRows, doneRows, failure, rowVersion },
      nextStatuses: [...exportLifecycle.nextOf(status)].filter((next) => next === 'cancelled'),
      file: AttachmentDto.from(row.attachment),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      expiresAt: row.expiresAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}
