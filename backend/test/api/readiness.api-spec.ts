import supertest from 'supertest';
import { House } from '../support/house';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

async function told(): Promise<[number, object]> {
  const { status, body } = await supertest(house.app.getHttpServer()).get('/readyz');
  return [status, body as object];
}

/** The newest of its migrations, which then is another's by its number. */
const newestMovesBy = (ms: number) =>
  house.query(
    'UPDATE migrations SET timestamp = timestamp + $1 WHERE timestamp = (SELECT max(timestamp) FROM migrations)',
    [ms],
  );

describe('a house', () => {
  it('is not ready until its tables are those of this version, and asks no more once they are', async () => {
    await newestMovesBy(-1);
    expect(await told()).toEqual([503, { status: 'not ready', failing: ['migrations'] }]);
    await newestMovesBy(1);
    expect(await told()).toEqual([200, { status: 'ready' }]);
    await newestMovesBy(-1);
    expect(await told()).toEqual([200, { status: 'ready' }]);
  });

  it('says that jobs wait for longer than five minutes, and takes requests all the same', async () => {
    await house.query(
      `INSERT INTO pgboss.job (name, data, start_after, state) VALUES
         ('digests', '{}', now() - interval '4 minutes', 'retry'), ('digests', '{}', now() + interval '1 hour', 'created'),
         ('digests', '{}', now() - interval '1 hour', 'completed'), ('alerts', '{}', now() - interval '1 hour', 'failed')`,
    );
    expect(await told()).toEqual([200, { status: 'ready' }]);
    await house.query(`UPDATE pgboss.job SET start_after = now() - interval '6 minutes' WHERE state = 'retry'`);
    expect(await told()).toEqual([200, { status: 'ready', overdue: ['jobs'] }]);
  });
});
