import type { Pool } from 'pg';
import type { EntityManager } from 'typeorm';

/** The connections of this process, which TypeORM keeps to itself. */
export const poolOf = ({ dataSource }: EntityManager): Pool =>
  (dataSource.driver as unknown as { master: Pool }).master;
