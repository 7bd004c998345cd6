import { totalsByStatus } from './financial-totals';

describe('totals by status', () => {
  it('name every status, and keep currencies apart', () => {
    const rows = [
      { status: 'sent', currency: 'USD', count: '2', amount: '150.500' },
      { status: 'sent', currency: 'JPY', count: '1', amount: '9000.000' },
      { status: 'draft', currency: 'USD', count: '1', amount: '1.000' },
    ];
    expect(totalsByStatus(['draft', 'sent', 'confirmed'], rows)).toEqual([
      { status: 'draft', count: 1, totals: [{ amount: '1.00', currency: 'USD' }] },
      {
        status: 'sent',
        count: 3,
        totals: [
          { amount: '9000', currency: 'JPY' },
          { amount: '150.50', currency: 'USD' },
        ],
      },
      { status: 'confirmed', count: 0, totals: [] },
    ]);
  });
});
