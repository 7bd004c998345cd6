import type { DataSource } from 'typeorm';
import type { TrashKind } from '../../../platform/events/undoing';

/**
 * Whether the books hold a thing of this kind, in SQL: what is kept for good itself, and what the database refuses to delete
 * while a row of the books is of it (ON DELETE RESTRICT).
 * @param id the column with the thing's key
 */
export function heldByBooks(dataSource: DataSource, { entity, kept }: TrashKind, id: string): string {
  if (kept) return 'TRUE';
  const held = dataSource.getMetadata(entity);
  const books = dataSource.entityMetadatas.flatMap(({ tableName, foreignKeys }) =>
    foreignKeys
      .filter(({ onDelete, referencedEntityMetadata }) => onDelete === 'RESTRICT' && referencedEntityMetadata === held)
      .map(({ columnNames }) => `EXISTS (SELECT 1 FROM ${tableName} b WHERE b.${columnNames.join()} = ${id})`),
  );
  return books.join(' OR ') || 'FALSE';
}
