import type { Unit } from '../../../platform/values/quantity';
import type { OutputStage } from '../output';

/** In the order in which goods pass them: fabric at the mill, then garments. */
export const PRODUCTION_STAGES = ['knitting', 'dyeing', 'finishing', 'cutting', 'sewing', 'packing'] as const;
export type ProductionStage = (typeof PRODUCTION_STAGES)[number];

/** Stages of the fabric, each with its quantity on the sheet of the day. */
export const FABRIC_STAGES = { knitting: 'knitted', dyeing: 'dyed', finishing: 'finished' } as const satisfies Partial<
  Record<ProductionStage, OutputStage>
>;
export type FabricStage = keyof typeof FABRIC_STAGES;

export const isFabricStage = (stage: ProductionStage): stage is FabricStage => Object.hasOwn(FABRIC_STAGES, stage);

/** What came out of a stage: `205 kg knitted`. */
export const STAGE_DONE: Readonly<Record<ProductionStage, string>> = {
  knitting: 'knitted',
  dyeing: 'dyed',
  finishing: 'finished',
  cutting: 'cut',
  sewing: 'sewn',
  packing: 'packed',
};

/** What a stage is counted in, unless told. */
export const usualUnit = (stage: ProductionStage): Unit => (isFabricStage(stage) ? 'kg' : 'pieces');
