import { happenedTo, LINE_SPLIT, stepsHappening } from './happenings';

const recorded = (status: string | null, stands: string | null) =>
  stepsHappening({ name: 'approval.recorded', orderLineId: 'line', data: { after: { labDip: status }, stands } });

describe('what happens to a gate', () => {
  it('makes its steps happen', () => {
    expect(recorded('submission', 'submission')).toEqual({ done: ['labDipSubmitted'], reopened: ['labDipApproved'] });
    expect(recorded('approved', 'approved')).toEqual({ done: ['labDipApproved'], reopened: [] });
  });

  it('opens them again when it no longer holds', () => {
    expect(recorded('rejected', 'rejected').reopened).toEqual(['labDipApproved']);
    expect(recorded('submission', 'submission').reopened).toEqual(['labDipApproved']);
    expect(recorded(null, null)).toEqual({ done: [], reopened: ['labDipSubmitted', 'labDipApproved'] });
  });

  it('counts as it stands: an approval that is told of late was followed by a refusal', () => {
    expect(recorded('approved', 'rejected')).toEqual({ done: [], reopened: ['labDipApproved'] });
  });
});

describe('what happens to a sample', () => {
  const sample = (name: string, orderLineId: string | null) =>
    stepsHappening({ name, orderLineId, data: { type: 'strike_off' } });

  it('of the whole order is a step of its lines', () => {
    expect(sample('sample.submitted', null).done).toEqual(['strikeOffSubmitted']);
    expect(sample('sample.approved', null).done).toEqual(['strikeOffApproved']);
    expect(sample('sample.decision_taken_back', null).reopened).toEqual(['strikeOffApproved']);
    expect(sample('sample.sending_taken_back', null).reopened).toEqual(['strikeOffSubmitted']);
  });

  it('of a line is told by its gate', () => {
    expect(sample('sample.submitted', 'line')).toEqual({ done: [], reopened: [] });
  });
});

describe('what has happened to a line by the time its plan is laid', () => {
  const event = (day: number, name: string, orderLineId: string | null, data: Record<string, unknown>) => ({
    ...{ name, orderLineId, data },
    occurredAt: new Date(Date.UTC(2026, 10, day)),
  });
  const labDip = (day: number, status: string | null, lineId = 'line') =>
    event(day, 'approval.recorded', lineId, { after: { labDip: status }, stands: status });
  const told = (lineId: string, ...events: ReturnType<typeof event>[]) =>
    Object.fromEntries(
      [...happenedTo(lineId, events, (at) => at.toISOString().slice(0, 10))].map(([key, { day }]) => [key, day]),
    );

  it('is what its gates were told first, and did not lose since', () => {
    expect(told('line', labDip(3, 'submission'), labDip(5, 'rejected'), labDip(7, 'resubmission'))).toEqual({
      labDipSubmitted: '2026-11-03',
    });
    expect(told('line', labDip(3, 'submission'), labDip(5, 'approved'))).toEqual({
      labDipSubmitted: '2026-11-03',
      labDipApproved: '2026-11-05',
    });
    expect(told('line', labDip(3, 'submission'), labDip(5, null), labDip(9, 'submission'))).toEqual({
      labDipSubmitted: '2026-11-09',
    });
  });

  it('is what samples of its whole order said, and nothing of other lines', () => {
    const swatch = event(4, 'sample.approved', null, { type: 'bulk_swatch' });
    expect(told('line', swatch, labDip(3, 'submission', 'other'))).toEqual({ bulkSwatchApproved: '2026-11-04' });
  });

  it('is, of a part, what happened to its line before it was split off', () => {
    const split = event(5, LINE_SPLIT, 'line', { part: { id: 'part' } });
    const events = [labDip(3, 'submission'), split, labDip(7, 'approved')];
    expect(told('part', ...events)).toEqual({ labDipSubmitted: '2026-11-03' });
    expect(told('line', ...events)).toEqual({ labDipSubmitted: '2026-11-03', labDipApproved: '2026-11-07' });
  });
});
