import { House } from '../support/house';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

interface Refusal {
  errors?: Record<string, string[]>;
}

describe('a filter by what there is not', () => {
  it.each([
    ['/orders/', 'currency', 'USD', 'usd'],
    ['/mill-offers/', 'currency', 'USD', 'Dollar'],
    ['/financials/proforma-invoices/', 'currency', 'USD', 'XXX'],
    ['/financials/letters-of-credit/', 'currency', 'USD', 'US'],
    ['/financials/profits/', 'currency', 'USD', 'QQQ'],
    ['/exchange-rates/', 'fromCurrency', 'USD', 'USDD'],
    ['/exchange-rates/', 'toCurrency', 'BDT', 'Taka'],
    ['/line-gates/', 'gateKey', 'custom_fit_check', 'lab_dip'],
    ['/approval-history/', 'approvalType', 'labDip', 'labdip'],
    ['/milestones/', 'milestone', 'yarnBooked', 'yarn'],
    ['/delay-ledger/', 'step', 'yarnReceived', 'yarn received'],
    ['/step-durations/', 'step', 'custom_washing', 'washing'],
    ['/notifications/', 'notificationType', 'alert.plan_late', 'rejection'],
    ['/activity/', 'kind', 'sample', 'samples'],
    ['/trash/', 'kind', 'line', 'lines'],
  ])('of %s: %s may be %s, and %s is refused at the field', async (list, name, good, bad) => {
    const me = house.as('manager');
    const asked = (value: string) => me.get<Refusal>(`${list}?${name}=${encodeURIComponent(value)}`);
    expect((await asked(good)).status).toBe(200);
    const { status, body } = await asked(bad);
    expect(status).toBe(400);
    expect(body.errors).toEqual({ [name]: [expect.stringMatching(/\w{3,}.*[.?]$/)] });
  });
});
