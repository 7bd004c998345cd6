import { InvalidInput } from '../errors/domain-error';
import { momentOn, pastDay } from './past-day';

describe('the day something happened', () => {
  it('is today unless told', () => {
    expect(pastDay('decidedOn', undefined, '2026-11-21')).toBe('2026-11-21');
    expect(pastDay('decidedOn', '2026-11-21', '2026-11-21')).toBe('2026-11-21');
    expect(pastDay('decidedOn', '2026-11-02', '2026-11-21')).toBe('2026-11-02');
  });

  it('is never to come', () => {
    const tomorrow = () => pastDay('decidedOn', '2026-11-22', '2026-11-21');
    expect(tomorrow).toThrow(InvalidInput);
    expect(tomorrow).toThrow(
      expect.objectContaining({ errors: { decidedOn: ['This day is still to come.'] } }) as Error,
    );
  });

  it('is of these years', () => {
    expect(pastDay('decidedOn', '2016-11-21', '2026-11-21')).toBe('2016-11-21');
    expect(() => pastDay('decidedOn', '1999-01-05', '2026-11-21')).toThrow(
      expect.objectContaining({
        errors: { decidedOn: ['This day is more than 10 years past. Look at its year.'] },
      }) as Error,
    );
  });

  it('has a moment: now for today, noon for a day past', () => {
    const before = Date.now();
    expect(momentOn('2026-11-21', '2026-11-21').getTime()).toBeGreaterThanOrEqual(before);
    expect(momentOn('2026-11-02', '2026-11-21').toISOString()).toBe('2026-11-02T12:00:00.000Z');
  });
});
