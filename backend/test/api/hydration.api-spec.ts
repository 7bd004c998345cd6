import pg from 'pg';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { User } from '../../src/modules/auth/users/user.entity';
import { OrderLine } from '../../src/modules/orders/line/line.entity';
import { Order } from '../../src/modules/orders/order/order.entity';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { DomainEventRow } from '../../src/platform/events/domain-event.entity';
import { hydrationOf } from '../../src/platform/database/hydration';
import { loadDemoHouse } from '../../src/seed/demo-house';
import { cloneTemplate } from '../support/database';

let database: Awaited<ReturnType<typeof cloneTemplate>>;
let source: DataSource;

beforeAll(async () => {
  database = await cloneTemplate();
  const client = new pg.Client(database.url);
  await client.connect();
  await loadDemoHouse(client, 'Asia/Dhaka');
  await client.query(
    `UPDATE orders SET merchandiser_id = NULL WHERE order_number = (SELECT min(order_number) FROM orders)`,
  );
  await client.end();
  source = await new DataSource(dataSourceOptions(database.url, 2)).initialize();
});
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const read = async <T extends ObjectLiteral>(query: SelectQueryBuilder<T>) =>
  hydrationOf(query)(await query.getRawMany<Record<string, unknown>>());

describe('rows as entities', () => {
  it('are what TypeORM makes of them, with what is joined or is not there', async () => {
    const orders = () =>
      source
        .getRepository(Order)
        .createQueryBuilder('order')
        .leftJoinAndSelect('order.merchandiser', 'merchandiser')
        .leftJoin('order.createdBy', 'creator')
        .addSelect(['creator.id', 'creator.fullName'])
        .orderBy('order.id');
    const made = await read(orders());
    expect(made).toEqual(await orders().getMany());
    expect(made.filter(({ merchandiser }) => merchandiser === null)).toHaveLength(1);
    expect(made[0]).toBeInstanceOf(Order);
    expect(made.at(-1)?.createdBy).toBeInstanceOf(User);
  });

  it('carry what is joined to what is joined', async () => {
    const lines = () =>
      source
        .getRepository(OrderLine)
        .createQueryBuilder('line')
        .innerJoinAndSelect('line.style', 'style')
        .innerJoin('line.order', 'order')
        .addSelect(['order.id', 'order.uid', 'order.merchandiserId'])
        .leftJoinAndSelect('order.merchandiser', 'merchandiser')
        .orderBy('line.id')
        .limit(40);
    const made = await read(lines());
    expect(made).toEqual(await lines().getMany());
    expect(made.some(({ order }) => order.merchandiser?.fullName)).toBe(true);
  });

  it('carry what is put beside them, which is no relation', async () => {
    const events = () =>
      source
        .getRepository(DomainEventRow)
        .createQueryBuilder('event')
        .leftJoinAndMapOne('event.actor', User, 'actor', 'actor.id = event.actorId')
        .orderBy('event.sequence')
        .limit(40);
    expect(await read(events())).toEqual(await events().getMany());
  });

  it('are not made where one row is not one entity, or its key is left out', async () => {
    const orders = source.getRepository(Order).createQueryBuilder('order').limit(1);
    const manyOfOne = orders
      .clone()
      .leftJoinAndMapMany('order.colorways', OrderLine, 'line', 'line.orderId = order.id');
    await expect(read(manyOfOne)).rejects.toThrow('line is not one thing of another');
    await expect(read(orders.clone().select('order.uid'))).rejects.toThrow('The key of order is not selected');
  });
});
