import { DefaultNamingStrategy } from 'typeorm';

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** camelCase in the code, snake_case in the database; constraints get names a person can read in an error. */
export class SnakeNaming extends DefaultNamingStrategy {
  override tableName(className: string, customName?: string): string {
    return customName ?? snake(className);
  }

  override columnName(property: string, customName: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, customName ?? property].join('_'));
  }

  override joinColumnName(relation: string, referencedColumn: string): string {
    return snake(`${relation}_${referencedColumn}`);
  }

  override primaryKeyName(table: unknown): string {
    return `pk_${this.getTableName(table as string)}`;
  }

  override foreignKeyName(table: unknown, columns: string[]): string {
    return `fk_${this.getTableName(table as string)}_${columns.join('_')}`;
  }
}
