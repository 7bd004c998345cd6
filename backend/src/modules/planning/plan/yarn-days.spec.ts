import type { YarnDelivery } from '../../orders/deliveries/supplier-deliveries.repository';
import { yarnDays, type YarnLine } from './yarn-days';

const line = (id: string, yarnRequired: string | null, styleId = 'S'): YarnLine => ({ id, styleId, yarnRequired });
const came = (day: string, quantity: string, of: Partial<YarnDelivery> = {}): YarnDelivery => ({
  orderLineId: 'A',
  styleId: null,
  day,
  quantity,
  unit: 'kg',
  ...of,
});
const WHOLE = { orderLineId: null };

describe('the day on which a line has its yarn', () => {
  it('is the one on which what came reached what it needs, whatever the weights and the order of entering', () => {
    const days = yarnDays([line('A', '5093.22')], [came('2026-11-09', '3000'), came('2026-11-02', '2000')]);
    expect(days.get('A')).toBeNull();
    const all = [came('2026-11-09', '3000'), came('2026-11-02', '2000'), came('2026-11-12', '93220', { unit: 'g' })];
    expect(yarnDays([line('A', '5093.22')], all).get('A')).toBe('2026-11-12');
  });

  it('is that of the last that came where nobody said what it needs', () => {
    expect(yarnDays([line('A', null)], [came('2026-11-09', '1'), came('2026-11-02', '5')]).get('A')).toBe('2026-11-09');
    expect(yarnDays([line('A', null)], []).get('A')).toBeNull();
  });

  it('goes by what came for the line, else for its style, else for the order, against the need of all it was for', () => {
    const lines = [line('A', '10'), line('B', '20'), line('C', '30', 'T')];
    const whole = [came('2026-11-01', '59', WHOLE)];
    expect([...yarnDays(lines, whole).values()]).toEqual([null, null, null]);
    const more = [...whole, came('2026-11-03', '1', WHOLE), came('2026-11-05', '30', { ...WHOLE, styleId: 'S' })];
    expect([...yarnDays(lines, more).values()]).toEqual(['2026-11-05', '2026-11-05', '2026-11-03']);
    expect(yarnDays(lines, [...more, came('2026-11-07', '4')]).get('A')).toBeNull();
  });
});
