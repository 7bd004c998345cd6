import type { LineOutputDto, StagePaceDto } from '@/shared/api/generated';
import { formatDay, formatDecimal, plural, unitName } from '@/shared/lib/format';

/** A quantity without trailing zeros: `3,980`, `5,305.44`. */
export const number = (quantity: string): string => formatDecimal(quantity, quantity.split('.')[1]?.length ?? 0);

/** The same in passing: whole from 100 on. */
const roughly = (quantity: string): string =>
  Number(quantity) >= 100 ? number(String(Math.round(Number(quantity)))) : number(quantity);

/** `3,980 / 5,305 kg` */
export function madeWords({ total, needed, unit }: StagePaceDto): string {
  return `${roughly(total)}${needed === null ? '' : ` / ${roughly(needed)}`} ${unitName(unit)}`;
}

/** `need 221 a day · now 190`; what is known of it. */
export function paceWords({ needPerDay, pacePerDay, done, daysLeft, requiredOn }: StagePaceDto): string {
  if (done) return 'done';
  const need =
    needPerDay !== null ? `need ${number(needPerDay)} a day` : daysLeft === 0 && requiredOn ? 'no day left' : null;
  const now = pacePerDay !== null ? `now ${number(pacePerDay)}` : 'nothing yet';
  return [need, now].filter(Boolean).join(' · ');
}

/** `28 Nov 2026, 2 days late`; null where nobody knows. */
export function finishWords({ finishOn, lateDays, done }: StagePaceDto): string | null {
  if (done || !finishOn) return null;
  return [formatDay(finishOn), lateDays === null ? null : lateWords(lateDays)].filter(Boolean).join(', ');
}

/** In working days of the mill. */
export function lateWords(lateDays: number): string {
  if (lateDays === 0) return 'just in time';
  return `${plural(Math.abs(lateDays), 'day')} ${lateDays > 0 ? 'late' : 'to spare'}`;
}

/** `13.4 % of 12 %`: what was lost, and what was planned. */
export function lossWords({ actual, planned, atLeast }: LineOutputDto['loss']): string | null {
  if (actual === null) return planned === null ? null : `${number(planned)} % planned`;
  const lost = `${atLeast ? 'at least ' : ''}${number(actual)} %`;
  return planned === null ? lost : `${lost}, planned ${number(planned)} %`;
}

/** Of a line the stages that want looking at: what is late or in work, else the next. */
export function stagesInWork(stages: readonly StagePaceDto[]): StagePaceDto[] {
  const open = stages.filter(({ done }) => !done);
  const inWork = open.filter(({ firstDay, lateDays }) => firstDay !== null || (lateDays ?? 0) > 0);
  return inWork.length ? inWork : open.slice(0, 1);
}
