import { textCell } from '../../../platform/values/csv-cell';
import type { ActivityRow } from '../activity.repository';
import { sentenceOfRow } from '../sentences';

const BYTE_ORDER_MARK = '\ufeff'; // Excel reads UTF-8 by it

const lineOf = (cells: readonly string[]): string => `${cells.map(textCell).join(',')}\r\n`;

export const AUDIT_CSV_HEAD =
  BYTE_ORDER_MARK +
  lineOf([
    ...['Sequence', 'Recorded (UTC)', 'Happened (UTC)', 'Who', 'What', 'Event', 'Kind'],
    ...['Order', 'Subject', 'Request', 'Data', 'Hash'],
  ]);

/** One event; its data as JSON, as it was recorded, with the hash that chains it to the one before. */
export const auditCsvRow = (row: ActivityRow): string =>
  lineOf([
    ...[row.sequence, row.recordedAt.toISOString(), row.occurredAt.toISOString(), row.actor?.fullName ?? 'Provabook'],
    ...[sentenceOfRow(row), row.name, row.subjectType, row.order?.orderNumber ?? '', row.subjectId],
    ...[row.requestId ?? '', JSON.stringify(row.data), row.hash],
  ]);
