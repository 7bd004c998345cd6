import { House } from '../support/house';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const PIS = '/financials/proforma-invoices';
const LCS = '/financials/letters-of-credit';
const terms = { amount: '96400', issueDate: '2026-11-21', expiryDate: '2027-01-20' };

interface Paper {
  id: string;
  orderId: string;
  piNumber: string;
  version: number;
  errors?: Record<string, string[]>;
}

async function raised(): Promise<Paper> {
  const { id: orderId } = await house.given.order();
  return (await house.as('merchandiser').post<Paper>(`${PIS}/`, { orderId })).body;
}

async function sent(): Promise<Paper> {
  return (await house.as('merchandiser').post<Paper>(`${PIS}/${(await raised()).id}/dispatch/`)).body;
}

async function issued(): Promise<Paper> {
  const { id: orderId } = await house.given.order();
  const { body } = await house.as('merchandiser').post<Paper>(`${LCS}/`, { orderId, ...terms });
  return (await house.as('merchandiser').post<Paper>(`${LCS}/${body.id}/issuance/`)).body;
}

describe('PIs: many at once', () => {
  it('gives 30 PIs of one order the versions 1 to 30 and numbers without a gap (fault 24)', async () => {
    const order = await house.given.order();
    const before = (await raised()).piNumber;
    const me = house.as('merchandiser');
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => me.post<Paper>(`${PIS}/`, { orderId: order.id, amount: '5' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const bodies = answers.map(({ body }) => body).sort((a, b) => a.version - b.version);
    expect(bodies.map(({ version }) => version)).toEqual(bodies.map((_, index) => index + 1));
    const last = Number(before.slice(3));
    expect(bodies.map(({ piNumber }) => Number(piNumber.slice(3)))).toEqual(bodies.map((_, index) => last + index + 1));
  });

  it('leaves no gap in the numbers where raising one fails', async () => {
    const first = await raised();
    const me = house.as('merchandiser');
    const failed = await me.post(`${PIS}/`, {
      orderId: first.orderId,
      issueDate: '2026-12-02',
      validUntil: '2026-12-01',
    });
    expect(failed.status).toBe(422);
    const next = await me.post<Paper>(`${PIS}/`, { orderId: first.orderId });
    expect(Number(next.body.piNumber.slice(3))).toBe(Number(first.piNumber.slice(3)) + 1);
  });

  it('confirms once, however many confirm it at once', async () => {
    const invoice = await sent();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => house.as('manager').post(`${PIS}/${invoice.id}/confirmation/`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    const names = await house.eventNamesOf(invoice.id);
    expect(names.filter((name) => name === 'proforma_invoice.confirmed')).toHaveLength(1);
  });
});

describe('LCs: many at once', () => {
  it('records one number once, whichever orders it is typed on', async () => {
    const orders = [await house.given.order(), await house.given.order()];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        house
          .as('merchandiser')
          .post<Paper>(`${LCS}/`, { orderId: orders[index % 2]!.id, ...terms, lcNumber: 'ONCE-1' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    for (const { status, body } of answers)
      if (status === 409) expect(Object.keys(body.errors ?? {})).toEqual(['lcNumber']);
  });

  it('confirms once, however many confirm it at once', async () => {
    const credit = await issued();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => house.as('manager').post(`${LCS}/${credit.id}/confirmation/`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    const names = await house.eventNamesOf(credit.id);
    expect(names.filter((name) => name === 'letter_of_credit.confirmed')).toHaveLength(1);
  });
});
