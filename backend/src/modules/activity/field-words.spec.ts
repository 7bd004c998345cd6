import { fieldWords, type Surroundings } from './field-words';

const rina = '0193cf3c-0a10-7c4e-8f65-6d2c4b8e1a11';
const around: Surroundings = {
  unit: 'pieces',
  currency: 'USD',
  people: { [rina]: 'Rina Akter' },
  zone: 'Asia/Dhaka',
};

describe('a side of a changed field', () => {
  it.each([
    ['quantity', { quantity: '44640.000' }, '44,640 pcs'],
    ['quantity', { quantity: '5305.44', unit: 'kg' }, '5,305.44 kg'],
    ['finishedFabricQuantity', { finishedFabricQuantity: '4737', finishedFabricUnit: 'yards' }, '4,737 yd'],
    ['knittedQuantity', { knittedQuantity: '400', unit: 'kg' }, '400 kg'],
    ['yarnRequired', { yarnRequired: '9550' }, '9,550 kg'],
    ['unit', { unit: 'yards' }, 'yd'],
    ['provaPrice', { provaPrice: '2.4500' }, 'USD 2.45'],
    ['provaPrice', { provaPrice: '2.4575', currency: 'EUR' }, 'EUR 2.4575'],
    ['amount', { amount: '158466', currency: 'USD' }, 'USD 158,466.00'],
    ['amount', { amount: '1000', currency: 'JPY' }, 'JPY 1,000'],
    ['processLossPercent', { processLossPercent: '12.50' }, '12.5 %'],
    ['gsm', { gsm: '180.00' }, '180 g/m²'],
    ['etd', { etd: '2027-01-09' }, '9 Jan 2027'],
    ['sentAt', { sentAt: '2026-11-20T19:05:00.000Z' }, '21 Nov 2026, 01:05'],
    ['status', { status: 'in_development' }, 'in development'],
    ['merchandiserId', { merchandiserId: rina }, 'Rina Akter'],
    ['styleId', { styleId: '0193cf3c-0a10-7c4e-8f65-6d2c4b8e1a12' }, null],
    ['attachment', { attachment: { fileName: 'dip.png', size: 9 } }, 'dip.png'],
    ['colors', { colors: ['White', 'Black'] }, 'White, Black'],
    ['metadata', { metadata: { source: 'phone', isRepeat: true } }, 'source: phone, isRepeat: yes'],
    ['metadata', { metadata: {} }, null],
    ['version', { version: 2 }, '2'],
    ['notes', { notes: 'Ship with 1182.' }, 'Ship with 1182.'],
    ['notes', { notes: null }, null],
  ])('%s of %j is read as %j', (field, side, words) => {
    expect(fieldWords(field, side, around)).toBe(words);
  });

  it('is a bare number where nobody knows its unit or currency', () => {
    const nowhere = { ...around, unit: null, currency: null };
    expect(fieldWords('quantity', { quantity: '44640' }, nowhere)).toBe('44640');
    expect(fieldWords('provaPrice', { provaPrice: '2.4' }, nowhere)).toBe('2.40');
  });
});
