import { OrderParts } from './order-parts';
import type { OrderReferences } from './order-references';
import { NoSuchReference } from './orders.errors';

const ORDER = 'order';

/** An order with lines `white` and `black`, a sample `dip` of white and a `presentation` of the whole order. */
function parts(): OrderParts {
  const lineOf = (_order: string, line: string) =>
    ['white', 'black'].includes(line)
      ? Promise.resolve({})
      : Promise.reject(new NoSuchReference('orderLineId', 'line in this order'));
  const made = new OrderParts({ lineOf } as unknown as OrderReferences);
  const samples: Record<string, string | null> = { dip: 'white', presentation: null };
  made.registerSamples(
    (id) => Promise.resolve(id in samples ? samples[id] : undefined),
    () => Promise.resolve(null),
  );
  return made;
}

describe('the part of an order that is named', () => {
  it.each([
    [{}, { orderLineId: null, sampleId: null }],
    [{ orderLineId: 'black' }, { orderLineId: 'black', sampleId: null }],
    [{ sampleId: 'dip' }, { orderLineId: 'white', sampleId: 'dip' }],
    [{ sampleId: 'presentation' }, { orderLineId: null, sampleId: 'presentation' }],
    [
      { orderLineId: 'white', sampleId: 'dip' },
      { orderLineId: 'white', sampleId: 'dip' },
    ],
  ])('%j is %j', async (named, found) => {
    expect(await parts().of(ORDER, named)).toEqual(found);
  });

  it.each([
    [{ orderLineId: 'green' }, 'orderLineId'],
    [{ sampleId: 'another’s' }, 'sampleId'],
    [{ orderLineId: 'black', sampleId: 'dip' }, 'sampleId'],
  ])('%j is refused on its field', async (named, field) => {
    await expect(parts().of(ORDER, named)).rejects.toMatchObject({ errors: { [field]: expect.anything() as unknown } });
  });
});
