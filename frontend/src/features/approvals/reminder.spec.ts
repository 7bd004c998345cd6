import type { LineGateDto } from '@/shared/api/generated';
import type { SentRound } from './api';
import { hearerOf, reminderText } from './reminder';

const gate = (more: Partial<LineGateDto> = {}) =>
  ({
    name: 'Lab dip',
    round: 2,
    holder: 'buyer',
    heldSince: '2026-11-15',
    allowedDays: 5,
    orderNumber: 'PO-1182',
    customerName: 'ANABIA',
    millName: 'Square Textiles',
    merchandiser: { id: 'rina', fullName: 'Rina Akter' },
    styleNumber: 'MT-2291',
    colorName: 'White',
    colorCode: 'WHT-01',
    etd: '2027-01-05',
    ...more,
  }) as LineGateDto;
const round = { courierName: 'DHL Express', awbNumber: '4471829305' } as SentRound;

describe('a reminder', () => {
  it('tells the buyer what, since when, how it went, and what depends on it', () => {
    expect(reminderText(gate(), round, 'Rina Akter', '2026-11-21')).toBe(
      [
        'Dear ANABIA,',
        'The lab dip, round 2 of style MT-2291, White (order PO-1182) has been with you since 15 Nov 2026: 6 days, where 5 days were planned. It went by DHL Express 4471829305. Our ETD of 05 Jan 2027 depends on it.',
        'Could you let us have your comments today?',
        'Kind regards\nRina Akter',
      ].join('\n\n'),
    );
  });

  it('names the buyer to no mill, nor the parcel that went to the buyer', () => {
    const text = reminderText(
      gate({ name: 'PP sample', holder: 'mill', round: 1, etd: null }),
      round,
      'Rina Akter',
      '2026-11-18',
    );
    expect(text).toContain('Dear Square Textiles,');
    expect(text).toContain(
      'The PP sample of style MT-2291, White (order PO-1182) has been with you since 15 Nov 2026: 3 days.',
    );
    expect(text).not.toMatch(/ANABIA|DHL|ETD/);
  });

  it('is for whoever holds it', () => {
    expect(hearerOf(gate({ holder: 'us' }))).toBe('Rina Akter');
    expect(hearerOf(gate({ holder: 'us', merchandiser: null }))).toBeNull();
    expect(hearerOf(gate({ holder: 'mill', millName: null }))).toBe('the mill');
    expect(hearerOf(gate({ holder: null }))).toBeNull();
  });
});
