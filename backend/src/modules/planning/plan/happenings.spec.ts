import { stepsHappening } from './happenings';

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
