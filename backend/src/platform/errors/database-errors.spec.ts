import { QueryFailedError } from 'typeorm';
import { DatabaseUnavailable, explainDatabaseError } from './database-errors';

describe('a database that is away', () => {
  it.each([
    'connect ECONNREFUSED 127.0.0.1:5432',
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'Query runner already released. Cannot run queries anymore.',
    'Database connection provided by a query runner was already released, cannot continue to use its querying methods anymore.',
    'timeout exceeded when trying to connect',
    'the database system is in recovery mode',
  ])('is told by "%s"', (message) => {
    expect(explainDatabaseError(new Error(message))).toBeInstanceOf(DatabaseUnavailable);
    expect(explainDatabaseError(new QueryFailedError('SELECT 1', [], new Error(message)))).toBeInstanceOf(
      DatabaseUnavailable,
    );
  });

  it('is not told by a fault of ours', () => {
    expect(explainDatabaseError(new Error('Cannot read properties of undefined'))).toBeNull();
  });
});
