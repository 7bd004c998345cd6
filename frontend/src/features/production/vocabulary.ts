import { CircleCheck, CircleDashed, Gauge, type LucideIcon, TriangleAlert } from 'lucide-react';
import type {
  LineOutputDto,
  ListProductionMetricsData,
  ProductionMetricDto,
  StagePaceDto,
} from '@/shared/api/generated';
import type { Tone } from '@/shared/ui/Badge';

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

export type ProductionStage = StagePaceDto['stage'];

/** Stages that output is entered for, line by line: the work, and what came out of it. */
export const lineStages: Record<ProductionStage, { name: string; done: string }> = {
  knitting: { name: 'Knitting', done: 'knitted' },
  dyeing: { name: 'Dyeing', done: 'dyed' },
  finishing: { name: 'Finishing', done: 'finished' },
  cutting: { name: 'Cutting', done: 'cut' },
  sewing: { name: 'Sewing', done: 'sewn' },
  packing: { name: 'Packing', done: 'packed' },
};
export const lineStageCodes = Object.keys(lineStages) as ProductionStage[];

/** What a stage is counted in, unless told. */
export const usualUnit = (stage: ProductionStage): StagePaceDto['unit'] =>
  ['knitting', 'dyeing', 'finishing'].includes(stage) ? 'kg' : 'pieces';

export type OutputState = LineOutputDto['state'];

export const states: Record<OutputState, { label: string; tone: Tone; icon: LucideIcon }> = {
  late: { label: 'Late', tone: 'bad', icon: TriangleAlert },
  at_pace: { label: 'At pace', tone: 'good', icon: Gauge },
  waiting: { label: 'Waiting', tone: 'calm', icon: CircleDashed },
  done: { label: 'Done', tone: 'good', icon: CircleCheck },
};
