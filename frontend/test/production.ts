import type {
  LineOutputDto,
  ProductionEntryDto,
  ProductionMetricDto,
  ProductionSummaryDto,
  StagePaceDto,
  StageProgressDto,
} from '@/shared/api/generated';

/** A day's output as the API answers; name only what the test is about. */
export function aDay(given: Partial<ProductionMetricDto> = {}): ProductionMetricDto {
  return {
    id: 'metric-1',
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    customerName: 'ANABIA',
    date: '2026-11-10',
    unit: 'kg',
    knittedQuantity: '0',
    dyedQuantity: '0',
    finishedQuantity: '0',
    notes: null,
    computed: false,
    leftOut: [],
    createdAt: '2026-11-10T04:00:00Z',
    updatedAt: '2026-11-10T04:00:00Z',
    rowVersion: 1,
    ...given,
  };
}

const nothingYet: StageProgressDto = {
  totals: [],
  targetQuantity: '64680',
  targetUnit: 'pieces',
  base: 'ordered',
  percent: null,
  basis: 'The order counts pcs and the output is in kg: enter its finished fabric in kg to see a percentage.',
};

export function aSummary(given: Partial<ProductionSummaryDto> = {}): ProductionSummaryDto {
  return {
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    days: 0,
    firstDate: null,
    lastDate: null,
    knitted: nothingYet,
    dyed: nothingYet,
    finished: nothingYet,
    ...given,
  };
}

/** A stage of a line as the cockpit answers it. */
export function aPace(given: Partial<StagePaceDto> = {}): StagePaceDto {
  return {
    stage: 'knitting',
    unit: 'kg',
    total: '3980',
    needed: '5305.44',
    base: 'greige',
    percent: '75.0',
    basis: 'Of 5,305.44 kg greige: 4,737 kg finished fabric and 12 % process loss on output.',
    firstDay: '2026-11-02',
    lastDay: '2026-11-09',
    lastMade: '190',
    done: false,
    doneOn: null,
    left: '1325.44',
    requiredOn: '2026-11-16',
    daysLeft: 6,
    needPerDay: '221',
    pacePerDay: '190',
    paceDays: 7,
    finishOn: '2026-11-18',
    lateDays: 2,
    notCounted: [],
    ...given,
  };
}

/** A line of the cockpit; its White is late. */
export function aLineOutput(given: Partial<LineOutputDto> = {}): LineOutputDto {
  return {
    orderLineId: 'line-1',
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    customerName: 'ANABIA',
    lineLabel: 'MT-2291 · White',
    millName: 'Square Textiles',
    etd: '2027-01-05',
    state: 'late',
    lateDays: 2,
    lastEntryOn: '2026-11-09',
    idleDays: 0,
    loss: { planned: '12', basis: 'output', actual: null, atLeast: false, over: false },
    stages: [aPace()],
    ...given,
  };
}

/** A number that was entered. */
export function anEntry(given: Partial<ProductionEntryDto> = {}): ProductionEntryDto {
  return {
    id: 'entry-1',
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    customerName: 'ANABIA',
    orderLineId: 'line-1',
    orderLineLabel: 'MT-2291 · White',
    stage: 'knitting',
    entryDate: '2026-11-10',
    quantity: '205',
    unit: 'kg',
    shift: null,
    notes: null,
    reason: null,
    deviceKey: null,
    correctsId: null,
    isCurrent: true,
    createdBy: { id: 'user-1', fullName: 'Rina Akter' },
    createdAt: '2026-11-10T04:00:00Z',
    updatedAt: '2026-11-10T04:00:00Z',
    rowVersion: 1,
    ...given,
  };
}
