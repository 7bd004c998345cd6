import { Injectable } from '@nestjs/common';
import { FILE_CARRIERS } from '../../backup/tables';
import { Transaction } from '../../database/transaction';

/** A key that a row names. */
export interface NamedFile {
  key: string;
  /** The table of the row. */
  carrier: string;
  fileName: string | null;
}

interface Place {
  table: string;
  column: string;
  name: string | null;
}

/** Announced files are named before their first byte: that they are not there yet is nothing amiss. */
export const EXPECTED = 'document_uploads';

/** Keys of files as rows name them, wherever the database itself discards the file of a row that goes. */
@Injectable()
export class NamedFiles {
  private places?: Promise<Place[]>;

  constructor(private readonly transaction: Transaction) {}

  /** After that key, in the order of their bytes; rows in the trash name theirs too. */
  async after(key: string, limit: number): Promise<NamedFile[]> {
    const selects = (await this.carriers()).map(
      ({ table, column, name }) =>
        `(SELECT "${column}" COLLATE "C" AS key, '${table}' AS carrier, ${name ?? 'NULL'}::text AS "fileName" FROM ${table}
           WHERE "${column}" COLLATE "C" > $1 ORDER BY "${column}" COLLATE "C" LIMIT ${limit})`,
    );
    return this.transaction.manager.query<NamedFile[]>(
      `SELECT * FROM (${selects.join(' UNION ALL ')}) named ORDER BY key COLLATE "C" LIMIT ${limit}`,
      [key],
    );
  }

  async has(key: string): Promise<boolean> {
    const asked = (await this.carriers()).map(
      ({ table, column }) => `EXISTS (SELECT FROM ${table} WHERE "${column}" COLLATE "C" = $1)`,
    );
    const [found] = await this.transaction.manager.query<{ named: boolean }[]>(
      `SELECT ${asked.join(' OR ')} AS named`,
      [key],
    );
    return found?.named ?? true;
  }

  private carriers(): Promise<Place[]> {
    this.places ??= this.read();
    this.places.catch(() => (this.places = undefined));
    return this.places;
  }

  private async read(): Promise<Place[]> {
    const { manager } = this.transaction;
    const found = await manager.query<{ table: string; columns: string[] }[]>(FILE_CARRIERS);
    return found.flatMap(({ table, columns }) => {
      const entity = manager.connection.entityMetadatas.find(({ tableName }) => tableName === table);
      const names = entity?.columns.map(({ databaseName }) => databaseName) ?? [];
      return columns.map((column) => ({
        table,
        column,
        name: [`${column}_file_name`, 'file_name'].find((each) => names.includes(each)) ?? null,
      }));
    });
  }
}
