import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const jersey = (line: object, style: object = {}) => ({
  styles: [{ styleNumber: 'MT', gsm: '180', finishingWidth: '60 in', ...style, lines: [line] }],
});
const METRES = { colorName: 'White', quantity: '100', unit: 'meters' };

async function lineOf(line: object, style: object = {}, by: 'merchandiser' | 'colleague' = 'merchandiser') {
  const order = await house.given.order(jersey(line, style), by);
  return order.lines[0]!;
}

describe('quantities: who may', () => {
  it('asks a stranger to sign in, and does not know another’s line', async () => {
    const { id } = await lineOf(METRES, {}, 'colleague');
    expect((await house.anonymous.get(`/order-lines/${id}/conversion/?to=kg`)).status).toBe(401);
    expect((await house.as('merchandiser').get(`/order-lines/${id}/conversion/?to=kg`)).status).toBe(404);
    expect((await house.as('manager').get(`/order-lines/${id}/conversion/?to=kg`)).status).toBe(200);
  });
});

describe('quantities: what is refused', () => {
  it('names the parameter that is wrong, also a malformed id (fault 19)', async () => {
    const { id } = await lineOf(METRES);
    const me = house.as('merchandiser');
    for (const [query, field] of [
      ['', 'to'],
      ['?to=bales', 'to'],
      ['?to=kg&quantity=-1', 'quantity'],
      ['?to=kg&from=ells', 'from'],
    ]) {
      const { status, body } = await me.get<{ errors: object }>(`/order-lines/${id}/conversion/${query}`);
      expect([query, status, Object.keys(body.errors)]).toEqual([query, 400, [field]]);
    }
    expect((await me.get('/order-lines/not-an-id/conversion/?to=kg')).status).toBe(400);
  });

  it('makes no kilograms of pieces, and says what it takes (fault 21)', async () => {
    const { id, styleId } = await lineOf({ colorName: 'White', quantity: '44640', unit: 'pieces' });
    const refused = await house.as('merchandiser').get(`/order-lines/${id}/conversion/?to=kg`);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'quantity.not_convertible',
      styleId,
      missing: [{ field: 'consumptionPerPiece' }],
      errors: { consumptionPerPiece: ['Fill in how much of this fabric one piece takes.'] },
    });
    await house.as('merchandiser').patch(`/styles/${styleId}/`, { consumptionPerPiece: '0.21' });
    const now = await house.as('merchandiser').get(`/order-lines/${id}/conversion/?to=kg`);
    expect(now.body).toMatchObject({ to: { quantity: '9374.4', unit: 'kg' } });
  });

  it('names all that is missing at once', async () => {
    const { id } = await lineOf(METRES, { gsm: null, finishingWidth: '60' });
    const { body } = await house
      .as('merchandiser')
      .get<{ errors: Record<string, string[]> }>(`/order-lines/${id}/conversion/?to=kg`);
    expect(body.errors).toEqual({
      finishingWidth: ['“60” cannot be read as a finishing width: write it with its unit, 60 in or 150 cm.'],
      gsm: ['Fill in the GSM of the style.'],
    });
  });

  it('has nothing to convert on a line without a quantity', async () => {
    const { id } = await lineOf({ colorName: 'White', unit: 'meters' });
    const { status, body } = await house.as('merchandiser').get(`/order-lines/${id}/conversion/?to=kg`);
    expect([status, body['code']]).toEqual([422, 'quantity.none']);
  });

  it('refuses a consumption or a roll of nothing', async () => {
    const { styleId } = await lineOf(METRES);
    const { status, body } = await house.as('merchandiser').patch<{ errors: object }>(`/styles/${styleId}/`, {
      consumptionPerPiece: '0',
      consumptionUnit: 'rolls',
      rollQuantity: '0',
      rollUnit: 'pieces',
    });
    expect([status, Object.keys(body.errors).sort()]).toEqual([
      400,
      ['consumptionPerPiece', 'consumptionUnit', 'rollQuantity', 'rollUnit'],
    ]);
  });
});

describe('quantities: what happens', () => {
  it('converts a line with its formula, in one statement', async () => {
    const { id } = await lineOf(METRES);
    const { result, statements } = await statementsDuring(() =>
      house.as('merchandiser').get(`/order-lines/${id}/conversion/?to=kg`),
    );
    expect(result.body).toEqual({
      from: { quantity: '100', unit: 'meters' },
      to: { quantity: '27.432', unit: 'kg' },
      exact: '27.432',
      formula: '100 m × 1.524 m × 180 g/m² ÷ 1000 = 27.432 kg',
      factors: [
        { operator: 'times', value: '1.524', unit: 'm', kind: 'full_width', source: 'finishing width 60 in' },
        { operator: 'times', value: '180', unit: 'g/m²', kind: 'gsm', source: 'GSM of the style' },
        { operator: 'divided_by', value: '1000', unit: null, kind: 'unit', source: null },
      ],
    });
    expect(statements).toHaveLength(1);
  });

  it('converts another quantity for the fabric of the line', async () => {
    const { id } = await lineOf(METRES);
    const { body } = await house.as('merchandiser').get(`/order-lines/${id}/conversion/?to=yards&quantity=1&from=kg`);
    expect(body).toMatchObject({ to: { quantity: '3.99', unit: 'yards' }, exact: '3.986633' });
  });

  it('drops nothing that was typed when an order is made (fault 12)', async () => {
    const finished = {
      finishedFabricQuantity: '4737',
      finishedFabricUnit: 'kg',
      processLossPercent: '12',
      mixedFabricType: 'Elastane',
      mixedFabricPercent: '4',
    };
    const order = await house.given.order({
      ...finished,
      deliveryTolerancePercent: '3',
      ...jersey({ ...METRES, ...finished, deliveryTolerancePercent: '2' }, { consumptionPerPiece: '0.21' }),
    });
    const { body } = await house.as('merchandiser').get(`/orders/${order.id}/`);
    expect(body).toMatchObject({
      ...finished,
      deliveryTolerancePercent: '3',
      styles: [
        { consumptionPerPiece: '0.21', consumptionUnit: 'kg', lines: [{ ...finished, deliveryTolerancePercent: '2' }] },
      ],
    });
  });

  it('keeps what a style says of its pieces and rolls, and tells of the change', async () => {
    const { styleId } = await lineOf(METRES, { rollQuantity: '100', rollUnit: 'yards' });
    const me = house.as('merchandiser');
    const changed = await me.patch(`/styles/${styleId}/`, { consumptionPerPiece: '1.25', consumptionUnit: 'yards' });
    expect(changed.body).toMatchObject({
      consumptionPerPiece: '1.25',
      consumptionUnit: 'yards',
      rollQuantity: '100',
      rollUnit: 'yards',
    });
    const [updated] = await house.eventsOf(styleId);
    expect(updated?.data).toEqual({
      before: { consumptionPerPiece: null, consumptionUnit: 'kg' },
      after: { consumptionPerPiece: '1.25', consumptionUnit: 'yards' },
    });
  });
});
