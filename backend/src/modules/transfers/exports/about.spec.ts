import type { ListQuery } from '../../../platform/listing/list-definition';
import { filterWords } from './about';

const asked = (given: Partial<ListQuery>) =>
  filterWords(
    { filters: {}, search: [], ordering: [], ...given } as Parameters<typeof filterWords>[0],
    new Map([['u-1', 'Rina Akter']]),
  );

describe('what a file says it was asked for', () => {
  it('is in the words of the trade', () => {
    expect(
      asked({
        filters: { status: ['in_development', 'bulk'], merchandiserId: ['u-1'], etdFrom: ['2026-12-01'] },
        search: ['anabia'],
        ordering: [
          { name: 'etd', column: 'order.etd', descending: true },
          { name: 'orderNumber', column: 'order.orderNumber', descending: false },
        ],
      }),
    ).toBe(
      'status in development, bulk; merchandiser Rina Akter; ETD from 2026-12-01; search anabia; by ETD, downwards; by order number',
    );
  });

  it('says of the day of entry what is on top', () => {
    const by = (descending: boolean) =>
      asked({ ordering: [{ name: 'createdAt', column: 'order.createdAt', descending }] });
    expect([by(true), by(false)]).toEqual([
      'everything that you may see; newest first',
      'everything that you may see; oldest first',
    ]);
  });
});
