import { anOrder } from '../../../test/orders';
import { draftsOf, linesAsked } from './lines';

describe('the lines of a PI in a form', () => {
  const order = anOrder();
  const drafts = draftsOf(order);

  it('are those of the order that have a quantity and a price', () => {
    const lines = order.styles.flatMap((style) => style.lines);
    expect(drafts.map(({ orderLineId }) => orderLineId)).toEqual(lines.map(({ id }) => id));
    expect(drafts.map(({ taken }) => taken)).toEqual(
      lines.map(({ quantity, provaPrice }) => quantity !== null && provaPrice !== null),
    );
  });

  it('are sent only when somebody changed them, and only those that are taken', () => {
    expect(linesAsked(drafts, drafts)).toBeNull();
    const [first, ...rest] = drafts;
    const changed = [
      { ...first!, price: '2.4', hsCode: ' 60062200 ', taken: true },
      ...rest.map((line) => ({ ...line, taken: false })),
    ];
    expect(linesAsked(changed, drafts)).toEqual([
      { orderLineId: first!.orderLineId, quantity: first!.quantity, price: '2.4', hsCode: '60062200' },
    ]);
  });
});
