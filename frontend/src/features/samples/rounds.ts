import type { SampleDto } from '@/shared/api/generated';
import { sampleTypes, type SampleType } from './vocabulary';

/** All rounds of one type for one line, or for the order as a whole; the latest first. Never empty. */
export interface Track {
  type: SampleType;
  rounds: readonly [SampleDto, ...SampleDto[]];
}

/** The tracks of one line, in the order in which a line passes them. @param lineId null for the order as a whole */
export function tracksOf(samples: readonly SampleDto[], lineId: string | null): Track[] {
  const own = samples.filter(({ orderLineId }) => orderLineId === lineId);
  return sampleTypes.flatMap((type) => {
    const [latest, ...earlier] = own.filter((each) => each.type === type).sort((a, b) => b.version - a.version);
    return latest ? [{ type, rounds: [latest, ...earlier] }] : [];
  });
}

/** Whether no later round of the same was made, so that a refused one may be sent again. */
export function isLatest(sample: SampleDto, samples: readonly SampleDto[]): boolean {
  return samples.every(
    ({ type, orderLineId, version }) =>
      type !== sample.type || orderLineId !== sample.orderLineId || version <= sample.version,
  );
}
