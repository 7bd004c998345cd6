import type { GridStepDto, PlanGridLineDto } from '@/shared/api/generated';
import { daysAfter, daysBetween } from '@/shared/lib/format';
import type { Mark } from '@/shared/plan/StepMark';

/** A step where it stands on the strip: on the day it happened, else the day it is forecast or planned for. */
export interface Point {
  step: GridStepDto;
  on: string;
  mark: Mark;
  late: boolean;
}

/** The days that a strip shows, the first to the last. */
export interface Span {
  from: string;
  to: string;
}

/** Steps that fall on about the same place of the strip, as one thing to press. */
export interface Cluster {
  /** From the start of the strip, 0 to 1. */
  at: number;
  points: readonly [Point, ...Point[]];
}

/** @param closed the goods have left, or will not leave: nothing is late any more */
export function pointOf(step: GridStepDto, closed: boolean): Point | null {
  const { actualOn, forecastOn, plannedOn, state, slackDays, critical } = step;
  const on = actualOn ?? (closed ? null : forecastOn) ?? plannedOn;
  if (!on || state === 'not_applicable') return null;
  const mark = actualOn
    ? 'actual'
    : state === 'rejected'
      ? 'rejected'
      : closed || !forecastOn
        ? 'plan'
        : critical
          ? 'critical'
          : 'forecast';
  return { step, on, mark, late: !closed && !actualOn && slackDays !== null && slackDays < 0 };
}

export function pointsOf({ steps, closed }: Pick<PlanGridLineDto, 'steps' | 'closed'>): Point[] {
  return steps.flatMap((step) => pointOf(step, closed) ?? []).sort((a, b) => a.on.localeCompare(b.on));
}

/** From the first day of any line to the last, with today, each ETD, and a little air at both ends. */
export function spanOf(lines: readonly PlanGridLineDto[], today: string): Span {
  const days = lines.flatMap((line) => [
    ...pointsOf(line).map(({ on }) => on),
    ...line.steps.flatMap(({ plannedOn }) => plannedOn ?? []),
    ...(line.etd ? [line.etd] : []),
  ]);
  const [from = today, to = today] = [[...days, today].sort().at(0), [...days, today].sort().at(-1)];
  const air = Math.max(2, Math.round(daysBetween(from, to) * 0.03));
  return { from: daysAfter(from, -air), to: daysAfter(to, air) };
}

/** Where a day stands on the strip, 0 to 1. */
export function placeOf(day: string, { from, to }: Span): number {
  return daysBetween(from, day) / Math.max(1, daysBetween(from, to));
}

/**
 * Points nearer than `gap` pixels to the first of their cluster join it, so that each can be hit with a finger.
 * @param points by their days  @param width of the strip in pixels
 */
export function clustersOf(points: readonly Point[], span: Span, width: number, gap = 26): Cluster[] {
  const clusters: { at: number; points: [Point, ...Point[]] }[] = [];
  for (const point of points) {
    const at = placeOf(point.on, span);
    const last = clusters.at(-1);
    if (last && (at - last.at) * width < gap) last.points.push(point);
    else clusters.push({ at, points: [point] });
  }
  return clusters;
}

const worth = ({ mark, late }: Point): number =>
  mark === 'rejected' ? 4 : mark === 'actual' ? 0 : late ? 3 : mark === 'critical' ? 2 : 1;

/** The point that speaks for a cluster: refused, late, critical, open, done; of equals the first. */
export function leadOf({ points }: Cluster): Point {
  return points.reduce((lead, point) => (worth(point) > worth(lead) ? point : lead));
}

/** The first days of the months within the strip. */
export function monthsIn({ from, to }: Span): string[] {
  const months: string[] = [];
  const [year = 0, month = 0] = from.split('-').map(Number);
  for (let at = 1; ; at += 1) {
    const day = new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 10);
    if (day > to) return months;
    months.push(day);
  }
}

/** The next steps of a line that are still to come, by their days. */
export function nextPoints(line: Pick<PlanGridLineDto, 'steps' | 'closed'>, most: number): Point[] {
  return pointsOf(line)
    .filter(({ mark }) => mark !== 'actual')
    .slice(0, most);
}
