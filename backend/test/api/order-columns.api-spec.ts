import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import supertest from 'supertest';
import type { OrderColumnsDto, OrderColumnsListDto } from '../../src/modules/workspace/order-columns/order-columns.dto';
import { eventually } from '../support/eventually';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
let folder: string;

// The worker runs here too: it draws the small pictures.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'columns-'));
  house = await House.open({ MEDIA_ROOT: folder, PROVABOOK_ROLE: 'all' });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true });
});

const asked = (orderIds: readonly string[], by: Person = 'merchandiser') =>
  house.as(by).get<OrderColumnsListDto>(`/workspace/order-columns/?${orderIds.map((id) => `orderId=${id}`).join('&')}`);

async function columnsOf(orderId: string): Promise<OrderColumnsDto> {
  const { status, body } = await asked([orderId]);
  expect(status).toBe(200);
  return body.results[0]!;
}

const swatch = (background: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer();

const add = async (orderId: string, name: string, fields: Record<string, string>) => {
  const files: [string, Buffer][] = [[name, await swatch(`#${orderId.slice(-6)}`)]];
  const { status } = await house
    .as('merchandiser')
    .uploadAll(`/orders/${orderId}/documents/`, files, { again: 'true', ...fields });
  expect(status).toBe(200);
};

describe('the columns of the order list', () => {
  it('are for who is signed in, of the orders that are theirs, and of orders by their ids', async () => {
    const mine = await house.given.order();
    const another = await house.given.order({}, 'colleague');
    expect((await house.anonymous.get(`/workspace/order-columns/?orderId=${mine.id}`)).status).toBe(401);
    const seen = async (by: Person) =>
      (await asked([mine.id, another.id], by)).body.results.map(({ orderId }) => orderId).sort();
    expect(await seen('merchandiser')).toEqual([mine.id]);
    expect(await seen('manager')).toEqual([mine.id, another.id].sort());
    for (const query of ['', '?orderId=PO-1182'])
      expect((await house.as('manager').get(`/workspace/order-columns/${query}`)).body).toMatchObject({
        status: 400,
        errors: { orderId: expect.anything() as unknown },
      });
  });

  it('tell when the first PI that counts was sent, and the first LC issued', async () => {
    const me = house.as('merchandiser');
    const order = await house.given.order();
    const { body: invoice } = await me.post<{ id: string }>('/financials/proforma-invoices/', { orderId: order.id });
    const { body: credit } = await me.post<{ id: string }>('/financials/letters-of-credit/', {
      orderId: order.id,
      lcNumber: 'DC-COLUMNS',
      amount: '158466.00',
      currency: 'USD',
      issueDate: '2026-11-01',
      expiryDate: '2027-02-01',
    });
    expect(await columnsOf(order.id)).toMatchObject({ piSentOn: null, lcIssuedOn: null });

    await me.post(`/financials/proforma-invoices/${invoice.id}/dispatch/`);
    await me.post(`/financials/letters-of-credit/${credit.id}/issuance/`);
    // Half past eight in the evening in London is the next day in Dhaka.
    await house.query(`UPDATE proforma_invoices SET sent_at = '2026-11-02T20:30:00Z' WHERE id = $1`, [invoice.id]);
    expect(await columnsOf(order.id)).toMatchObject({ piSentOn: '2026-11-03', lcIssuedOn: '2026-11-01' });

    await house.query(`UPDATE proforma_invoices SET status = 'cancelled' WHERE id = $1`, [invoice.id]);
    expect(await columnsOf(order.id)).toMatchObject({ piSentOn: null });
  });

  it('go by the papers in its files where the order has no PI and no LC of ours', async () => {
    const order = await house.given.order();
    await add(order.id, 'pi.png', { category: 'pi', documentDate: '2026-10-20' });
    await add(order.id, 'pi-2.png', { category: 'pi', documentDate: '2026-10-12' });
    await add(order.id, 'lc.png', { category: 'lc', documentDate: '2026-10-25' });
    expect(await columnsOf(order.id)).toMatchObject({ piSentOn: '2026-10-12', lcIssuedOn: '2026-10-25', photo: null });
  });

  it('show the newest picture of the order and of each line, by a link, in one statement for a page', async () => {
    const order = await house.given.order();
    const other = await house.given.order();
    const [white] = order.lines;
    await add(order.id, 'purchase-order.png', { category: 'other', subcategory: 'purchase_order' });
    await add(order.id, 'lab-dip.png', { category: 'sample', subcategory: 'lab_dip', orderLineId: white!.id });
    await add(order.id, 'roses.png', { category: 'other', subcategory: 'artwork' });
    await eventually(async () => {
      expect(await columnsOf(order.id)).toMatchObject({
        photo: { fileName: 'roses.png' },
        lines: [{ lineId: white!.id, photo: { fileName: 'lab-dip.png' } }],
      });
    });
    // The worker of the same process has its statements counted too: once it is still, there is one.
    await eventually(async () => {
      const { result, statements } = await statementsDuring(() => asked([order.id, other.id]));
      expect(result.body.results).toHaveLength(2);
      expect(statements.filter((statement) => !/pgboss|domain_events|event_deliveries/.test(statement))).toHaveLength(
        1,
      );
    });
    const { photo } = await columnsOf(order.id);
    const { body, headers } = await supertest(house.app.getHttpServer()).get(photo?.url ?? '');
    expect(headers['content-type']).toBe('image/webp');
    expect(await sharp(body as Buffer).metadata()).toMatchObject({ format: 'webp', width: 60 });
  });
});
