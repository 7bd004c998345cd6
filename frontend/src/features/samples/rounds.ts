import type { SampleDto } from '@/shared/api/generated';
import { daysBetween } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { sampleTypes, type SampleType } from './vocabulary';

/** All rounds of one type for one line, or for the order as a whole; the latest first. Never empty. */
export interface Track {
  type: SampleType;
  rounds: readonly [SampleDto, ...SampleDto[]];
}

/** The tracks of one line, in the order in which a line passes them. @param lineId null for the order as a whole */
export function tracksOf(samples: readonly SampleDto[], lineId: string | null): Track[] {
  return sampleTypes.flatMap((type) => {
    const [latest, ...earlier] = roundsOf({ type, orderLineId: lineId }, samples);
    return latest ? [{ type, rounds: [latest, ...earlier] }] : [];
  });
}

/** All attempts at the same thing, the latest first. @param samples those of one order */
export function roundsOf(
  { type, orderLineId }: Pick<SampleDto, 'type' | 'orderLineId'>,
  samples: readonly SampleDto[],
): SampleDto[] {
  return samples
    .filter((each) => each.type === type && each.orderLineId === orderLineId)
    .sort((a, b) => b.version - a.version);
}

/** Days since the first round went, up to the approval or today; null while nothing was sent. */
export function trackDays({ firstSentOn, approvedOn }: SampleDto['track']): number | null {
  return firstSentOn ? daysBetween(firstSentOn, approvedOn ?? today()) : null;
}

/** Days that all refused rounds cost so far. */
export function daysLost({ lostDays, lostSince }: SampleDto['track']): number {
  return lostDays + (lostSince ? daysBetween(lostSince, today()) : 0);
}

/** Days that a refused round cost: from the day it went until the next one went, or until today. Null where nothing was lost. */
export function lostDays(round: SampleDto, rounds: readonly SampleDto[]): number | null {
  if (round.status !== 'rejected' || !round.submissionDate) return null;
  const next = rounds.find(({ version }) => version === round.version + 1);
  const until = next && next.status !== 'pending' ? next.submissionDate : null;
  return daysBetween(round.submissionDate, until ?? today());
}

/** The first of the days that are counted where none are chosen: 365 back, as the API does. */
export function yearBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 365);
  return date.toISOString().slice(0, 10);
}
