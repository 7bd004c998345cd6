import type { ListProductionMetricsData, ProductionMetricDto } from '@/shared/api/generated';

export type Stage = NonNullable<NonNullable<ListProductionMetricsData['query']>['stage']>[number];
export type OutputField = 'knittedQuantity' | 'dyedQuantity' | 'finishedQuantity';

export interface StageWords {
  stage: Stage;
  field: OutputField;
  /** The work: "Knitting". */
  name: string;
  /** What came out of it: "Knitted". */
  done: string;
}

/** In the order in which fabric passes them. */
export const stages: readonly StageWords[] = [
  { stage: 'knitted', field: 'knittedQuantity', name: 'Knitting', done: 'Knitted' },
  { stage: 'dyed', field: 'dyedQuantity', name: 'Dyeing', done: 'Dyed' },
  { stage: 'finished', field: 'finishedQuantity', name: 'Finishing', done: 'Finished' },
];

export const stageCodes = ['knitted', 'dyed', 'finished'] as const satisfies Stage[];

/** The day's output of a stage; null where nothing came out, which the API writes as zero. */
export function outputOf(metric: ProductionMetricDto, field: OutputField): string | null {
  return Number(metric[field]) === 0 ? null : metric[field];
}
