import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import { User } from '../../auth/users/user.entity';
import { APPROVAL_TYPES } from '../../orders/vocabulary';
import { Sample } from './sample.entity';
import {
  DecidedBeforeReceipt,
  DecidedBeforeSubmission,
  InParcel,
  NewerRoundExists,
  ReceivedBeforeSubmission,
  RoundNotRefused,
  SampleAlreadyReceived,
  SampleAlreadySent,
  SampleDecided,
  SampleNotWithBuyer,
} from './sample.errors';
import { sampleLifecycle } from './sample.lifecycle';
import { GATE_OF, SAMPLE_STATUSES, SAMPLE_TYPES, type SampleStatus } from '../vocabulary';

const buyer = Object.assign(new User(), { id: 'u1', fullName: 'Rina Akter' });

/** A sample that has come to `status`: sent on the 5th, decided on the 12th. */
function sampleThatIs(status: SampleStatus): Sample {
  const sample = Object.assign(new Sample(), { orderId: 'o1', status: 'pending' as const });
  sample.become('lab_dip', null);
  if (status === 'pending') return sample;
  sample.submit({ submissionDate: '2026-11-05', recipient: 'ANABIA' });
  if (status === 'approved') sample.approve(buyer, '2026-11-12', null);
  if (status === 'rejected') sample.reject(buyer, '2026-11-12', 'Too red under D65.');
  return sample;
}

const attempts: Record<Exclude<SampleStatus, 'pending'>, (sample: Sample) => void> = {
  submitted: (sample) => sample.submit({ submissionDate: '2026-11-05' }),
  approved: (sample) => sample.approve(buyer, '2026-11-12', null),
  rejected: (sample) => sample.reject(buyer, '2026-11-12', 'Too red under D65.'),
};

describe('the life of a sample', () => {
  it('reaches every status from the first', () => {
    expect(sampleLifecycle.statuses).toEqual([...SAMPLE_STATUSES]);
    for (const status of SAMPLE_STATUSES) expect(sampleThatIs(status).status).toBe(status);
  });

  it('refuses every step that is not in the table, and changes nothing then', () => {
    for (const from of SAMPLE_STATUSES)
      for (const [to, attempt] of Object.entries(attempts)) {
        const sample = sampleThatIs(from);
        if (sampleLifecycle.nextOf(from).includes(to as SampleStatus)) {
          attempt(sample);
          expect(sample.status).toBe(to);
        } else {
          expect(() => attempt(sample)).toThrow(IllegalTransition);
          expect({ ...sample, id: null }).toEqual({ ...sampleThatIs(from), id: null });
        }
      }
  });

  it('ends with the decision: no other may follow', () => {
    expect([sampleLifecycle.nextOf('approved'), sampleLifecycle.nextOf('rejected')]).toEqual([[], []]);
  });
});

describe('a sample', () => {
  it('keeps what was known of its parcel, and takes what is new', () => {
    const sample = sampleThatIs('pending');
    sample.courierName = 'DHL Express';
    sample.submit({ submissionDate: '2026-11-05', awbNumber: '4471829305' });
    expect(sample).toMatchObject({
      submissionDate: '2026-11-05',
      courierName: 'DHL Express',
      awbNumber: '4471829305',
    });
  });

  it('remembers who decided, when and why', () => {
    expect(sampleThatIs('rejected')).toMatchObject({
      decidedOn: '2026-11-12',
      decidedById: 'u1',
      rejectionReason: 'Too red under D65.',
    });
    const approved = sampleThatIs('submitted');
    approved.approve(buyer, '2026-11-05', 'Shade B.');
    expect(approved).toMatchObject({ decidedOn: '2026-11-05', approvalNotes: 'Shade B.' });
    expect(approved.rejectionReason).toBeUndefined();
  });

  it('is not decided on before it was sent, nor sent after it was decided on', () => {
    expect(() => sampleThatIs('submitted').approve(buyer, '2026-11-04', null)).toThrow(DecidedBeforeSubmission);
    const moved = sampleThatIs('approved');
    moved.submissionDate = '2026-11-12';
    expect(() => moved.refuseImpossibleDays()).not.toThrow();
    moved.submissionDate = '2026-11-13';
    expect(() => moved.refuseImpossibleDays()).toThrow(DecidedBeforeSubmission);
  });

  it('may become a sample of something else until it is sent, and be deleted until it is decided', () => {
    const sample = sampleThatIs('pending');
    sample.become('strike_off', null);
    expect([sample.type, sample.roundOfId]).toEqual(['strike_off', 'o1']);
    expect(() => sampleThatIs('submitted').become('strike_off', null)).toThrow(SampleAlreadySent);
    for (const status of ['pending', 'submitted'] as const)
      expect(() => sampleThatIs(status).refuseDeletionOnceDecided()).not.toThrow();
    for (const status of ['approved', 'rejected'] as const)
      expect(() => sampleThatIs(status).refuseDeletionOnceDecided()).toThrow(SampleDecided);
  });

  it('is received once, while it is with the buyer, and not before it was sent', () => {
    const sample = sampleThatIs('submitted');
    expect(() => sample.receive('2026-11-04')).toThrow(ReceivedBeforeSubmission);
    const received = sampleThatIs('submitted');
    received.receive('2026-11-08');
    expect(received).toMatchObject({ receivedOn: '2026-11-08', status: 'submitted' });
    expect(() => received.receive('2026-11-09')).toThrow(SampleAlreadyReceived);
    expect(() => received.approve(buyer, '2026-11-07', null)).toThrow(DecidedBeforeReceipt);
    for (const status of ['pending', 'approved', 'rejected'] as const)
      expect(() => sampleThatIs(status).receive('2026-11-12')).toThrow(SampleNotWithBuyer);
  });

  it('keeps its days in order when one is corrected', () => {
    const moved = (days: Partial<Sample>) => Object.assign(sampleThatIs('approved'), days);
    expect(() => moved({ receivedOn: '2026-11-12' }).refuseImpossibleDays()).not.toThrow();
    expect(() => moved({ receivedOn: '2026-11-13' }).refuseImpossibleDays()).toThrow(DecidedBeforeReceipt);
    expect(() => moved({ receivedOn: '2026-11-04' }).refuseImpossibleDays()).toThrow(ReceivedBeforeSubmission);
    const pending = Object.assign(sampleThatIs('pending'), { receivedOn: '2026-11-08' });
    expect(() => pending.refuseImpossibleDays()).toThrow(SampleNotWithBuyer);
  });

  it('approved on a condition, keeps it', () => {
    const sample = sampleThatIs('submitted');
    sample.approve(buyer, '2026-11-12', null, 'If bulk is bluer.');
    expect(sample.approvalCondition).toBe('If bulk is bluer.');
  });

  it('leaves its parcel only with the others in it', () => {
    const sample = Object.assign(sampleThatIs('submitted'), { parcelId: 'p1' });
    expect(() => sample.refuseOwnWayOutOfParcel({ awbNumber: '1' })).toThrow(InParcel);
    expect(() => sample.refuseOwnWayOutOfParcel({ notes: 'Two cards.' })).not.toThrow();
    expect(() => sampleThatIs('submitted').refuseOwnWayOutOfParcel({ awbNumber: '1' })).not.toThrow();
  });

  it('is followed by another round when it was refused, and by one only', () => {
    const roundThatIs = (status: SampleStatus, latestVersion: number) =>
      Object.assign(sampleThatIs(status), {
        version: 1,
        track: { latestVersion, firstSentOn: null, approvedOn: null },
      });
    expect(() => roundThatIs('rejected', 1).refuseNextRound()).not.toThrow();
    expect(() => roundThatIs('rejected', 2).refuseNextRound()).toThrow(NewerRoundExists);
    for (const status of ['pending', 'submitted', 'approved'] as const)
      expect(() => roundThatIs(status, 1).refuseNextRound()).toThrow(RoundNotRefused);
  });

  it('has a gate of its line for every type but a presentation', () => {
    const gates = SAMPLE_TYPES.flatMap((type) => GATE_OF[type] ?? []);
    expect(new Set(gates).size).toBe(SAMPLE_TYPES.length - 1);
    expect(gates.every((gate) => APPROVAL_TYPES.includes(gate))).toBe(true);
    expect(GATE_OF.presentation).toBeNull();
  });
});
