import type { ProductionMetricDto, ProductionSummaryDto, StageProgressDto } from '@/shared/api/generated';

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
