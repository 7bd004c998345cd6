import type { SampleDto } from '@/shared/api/generated';

/** A sample as the API answers; name only what the test is about. */
export function aSample(given: Partial<SampleDto> = {}): SampleDto {
  return {
    id: 'sample-1',
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    customerName: 'ANABIA',
    orderLineId: 'line-1',
    lineLabel: 'MT-2291 · White',
    type: 'lab_dip',
    version: 1,
    status: 'pending',
    nextStatuses: ['submitted'],
    submissionDate: null,
    recipient: null,
    courierName: null,
    awbNumber: null,
    parcelId: null,
    receivedOn: null,
    attachment: null,
    notes: null,
    approvalNotes: null,
    approvalCondition: null,
    rejectionReason: null,
    decidedOn: null,
    decidedBy: null,
    gate: 'labDip',
    gateStatus: null,
    track: {
      latestVersion: given.version ?? 1,
      firstSentOn: given.submissionDate ?? null,
      approvedOn: null,
      lostDays: 0,
      lostSince: null,
    },
    approvedOption: null,
    options: [],
    readings: [],
    createdAt: '2026-11-01T04:00:00Z',
    updatedAt: '2026-11-01T04:00:00Z',
    rowVersion: 1,
    ...given,
  };
}

const capabilities = Object.fromEntries(
  ['sample.read', 'sample.write', 'sample.decide', 'milestone.read', 'milestone.write'].map((each) => [each, 'all']),
);

/** For `answerWith`: the role may do all of it. */
export const everythingAllowed = {
  'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities } }),
};
