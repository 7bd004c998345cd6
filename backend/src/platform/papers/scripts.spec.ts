import { runsOf } from './scripts';

describe('runs of one font', () => {
  it('part Bangla from all else, and lose nothing', () => {
    expect(runsOf('Total: ৳ 12,500 — মোট পরিমাণ (€)')).toEqual([
      { text: 'Total: ', font: 'Roboto' },
      { text: '৳', font: 'Bangla' },
      { text: ' 12,500 — ', font: 'Roboto' },
      { text: 'মোট পরিমাণ', font: 'Bangla' },
      { text: ' (€)', font: 'Roboto' },
    ]);
    expect(runsOf('Łódź · ANABIA')).toEqual([{ text: 'Łódź · ANABIA', font: 'Roboto' }]);
    expect(runsOf('')).toEqual([]);
  });
});
