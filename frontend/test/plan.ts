import type { GridStepDto, PlanGridLineDto } from '@/shared/api/generated';

export const aGridStep = (given: Partial<GridStepDto> = {}): GridStepDto => ({
  id: 'step-1',
  milestone: 'yarnBooked',
  label: 'Yarn booked',
  holder: 'us',
  state: 'open',
  plannedOn: '2026-11-10',
  baselineOn: '2026-11-10',
  actualOn: null,
  forecastOn: '2026-11-10',
  latestOn: null,
  slackDays: 6,
  critical: false,
  note: null,
  rowVersion: 1,
  ...given,
});

export const aGridLine = (steps: GridStepDto[], given: Partial<PlanGridLineDto> = {}): PlanGridLineDto => ({
  orderLineId: 'line-1',
  orderId: 'order-1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  lineLabel: 'MT-2291 · White',
  merchandiser: null,
  etd: null,
  closed: false,
  forecastOn: '2027-01-09',
  slackDays: -4,
  urgency: 'late',
  chain: [],
  steps,
  ...given,
});
