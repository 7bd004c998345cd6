import { daysAfter } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { aSample } from '../../../test/samples';
import { daysLost, lostDays, trackDays } from './rounds';

describe('the days of rounds', () => {
  it('count from the first sending to the approval, or to today', () => {
    const track = { ...aSample().track, latestVersion: 2, firstSentOn: '2026-11-02', approvedOn: '2026-11-18' };
    expect(trackDays(track)).toBe(16);
    expect(trackDays({ ...track, firstSentOn: daysAfter(today(), -14), approvedOn: null })).toBe(14);
    expect(trackDays({ ...track, firstSentOn: null, approvedOn: null })).toBeNull();
  });

  it('are lost from the sending of a refused round to that of the next, or to today', () => {
    const refused = aSample({ status: 'rejected', submissionDate: '2026-11-02' });
    const next = aSample({ id: 'second', version: 2, status: 'submitted', submissionDate: '2026-11-13' });
    expect(lostDays(refused, [refused, next])).toBe(11);
    const waiting = aSample({ id: 'second', version: 2, submissionDate: '2026-12-24' });
    const recent = { ...refused, submissionDate: daysAfter(today(), -3) };
    expect(lostDays(recent, [recent, waiting])).toBe(3);
    expect(lostDays(next, [refused, next])).toBeNull();
  });

  it('add up over a track, with what the last refused one costs since', () => {
    const track = { ...aSample().track, lostDays: 11 };
    expect(daysLost(track)).toBe(11);
    expect(daysLost({ ...track, lostSince: daysAfter(today(), -3) })).toBe(14);
  });
});
