import type { EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { StaleVersion } from '../errors/domain-error';
import type { BaseEntity } from './base.entity';
import type { Transaction } from './transaction';

/** A statement of Postgres carries 65,535 parameters. */
const MOST_PARAMETERS = 65_000;

/** Writes of an editable row. Finders are each module's own, since each begins with what the actor may see. */
export abstract class VersionedRepository<E extends BaseEntity & ObjectLiteral> {
  constructor(
    protected readonly transaction: Transaction,
    private readonly target: EntityTarget<E>,
  ) {}

  protected get rows(): Repository<E> {
    return this.transaction.manager.getRepository(this.target);
  }

  /**
   * One INSERT, or a few where there are thousands of rows. Afterwards each entity is as the database has it, what was
   * left out as null.
   */
  async insert(...entities: E[]): Promise<void> {
    const atOnce = Math.floor(MOST_PARAMETERS / this.rows.metadata.columns.length);
    for (let from = 0; from < entities.length; from += atOnce)
      await this.rows.insert(entities.slice(from, from + atOnce) as QueryDeepPartialEntity<E>[]);
    for (const entity of entities)
      for (const column of this.rows.metadata.columns)
        if (column.getEntityValue(entity) === undefined) column.setEntityValue(entity, null);
  }

  /** One UPDATE, which also moves `rowVersion` and `updatedAt` on. @throws StaleVersion 412 if the row was changed meanwhile */
  async save(entity: E): Promise<E> {
    const values = Object.fromEntries(
      this.written
        .map((column) => [column.propertyName, column.getEntityValue(entity) as unknown])
        .filter(([, value]) => value !== undefined), // columns that were not selected stay as they are
    ) as QueryDeepPartialEntity<E>;
    const result = await this.rows
      .createQueryBuilder()
      .update()
      .set(values)
      .where('id = :id AND row_version = :rowVersion', { id: entity.id, rowVersion: entity.rowVersion })
      .returning('row_version, updated_at')
      .updateEntity(false)
      .execute();
    const row = (result.raw as { row_version: number; updated_at: Date }[])[0];
    if (!row) throw new StaleVersion(entity.rowVersion);
    entity.rowVersion = row.row_version;
    entity.updatedAt = row.updated_at;
    return entity;
  }

  /** The same for several that were read alike, in one UPDATE. @throws StaleVersion 412 if one of them was changed meanwhile */
  async saveAll(entities: readonly E[]): Promise<void> {
    const [first] = entities;
    if (!first) return;
    const { tableName } = this.rows.metadata;
    const columns = this.written.filter((column) => column.getEntityValue(first) !== undefined);
    const names = columns.map((column) => `"${column.databaseName}"`);
    const saved = await this.transaction.manager.query<{ id: string; row_version: number; updated_at: Date }[]>(
      `WITH saved AS (
         UPDATE ${tableName} t SET (${names.join(', ')}) = ROW(${names.map((name) => `v.${name}`).join(', ')}),
           row_version = t.row_version + 1, updated_at = now()
         FROM jsonb_populate_recordset(NULL::${tableName}, $1) v
         WHERE t.id = v.id AND t.row_version = v.row_version RETURNING t.id, t.row_version, t.updated_at)
       SELECT * FROM saved`,
      [JSON.stringify(entities.map((entity) => rowOf(entity, columns)))],
    );
    const byId = new Map(saved.map((row) => [row.id, row]));
    for (const entity of entities) {
      const row = byId.get(entity.id);
      if (!row) throw new StaleVersion(entity.rowVersion);
      Object.assign(entity, { rowVersion: row.row_version, updatedAt: row.updated_at });
    }
  }

  /** What an UPDATE writes: what is read only stays out. */
  private get written(): ColumnMetadata[] {
    return this.rows.metadata.columns.filter(
      (column) =>
        column.isUpdate && !column.isPrimary && !column.isVersion && !column.isUpdateDate && !column.isCreateDate,
    );
  }

  /** To the trash: gone from every list, kept with everything under it. @param at what goes together goes at the same instant */
  async trash(entity: E, at = new Date()): Promise<void> {
    entity.deletedAt = at;
    await this.save(entity);
  }

  /** Back from the trash. */
  async restore(entity: E): Promise<E> {
    entity.deletedAt = null;
    return this.save(entity);
  }
}

/** @throws Error where a column was left out of it that is written of others */
function rowOf(entity: BaseEntity, columns: readonly ColumnMetadata[]): Record<string, unknown> {
  const values = columns.map((column): [string, unknown] => {
    const value: unknown = column.getEntityValue(entity);
    if (value === undefined)
      throw new Error(`${column.databaseName} of ${entity.id} was not read: it cannot be saved.`);
    return [column.databaseName, value];
  });
  return { ...Object.fromEntries(values), id: entity.id, row_version: entity.rowVersion };
}

/** @throws StaleVersion 412 unless the caller has read this very version (`If-Match`); asked of nobody. */
export function expectVersion(entity: BaseEntity, expected: number | undefined): void {
  if (expected !== undefined && expected !== entity.rowVersion) throw new StaleVersion(entity.rowVersion);
}
