import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import { User } from '../../auth/users/user.entity';
import { APPROVAL_TYPES } from '../../orders/vocabulary';
import { Sample } from './sample.entity';
import { DecidedBeforeSubmission, SampleAlreadySent, SampleDecided } from './sample.errors';
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
    expect(() => moved.refuseSubmissionAfterDecision()).not.toThrow();
    moved.submissionDate = '2026-11-13';
    expect(() => moved.refuseSubmissionAfterDecision()).toThrow(DecidedBeforeSubmission);
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

  it('has a gate of its line for every type but a presentation', () => {
    const gates = SAMPLE_TYPES.flatMap((type) => GATE_OF[type] ?? []);
    expect(new Set(gates).size).toBe(SAMPLE_TYPES.length - 1);
    expect(gates.every((gate) => APPROVAL_TYPES.includes(gate))).toBe(true);
    expect(GATE_OF.presentation).toBeNull();
  });
});
