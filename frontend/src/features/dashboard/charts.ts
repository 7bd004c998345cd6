import type { FiguresDto } from '@/shared/api/generated';
import { heldBy } from '@/shared/gates/vocabulary';
import { daysAfter, formatDay, sentenceCase } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';

/** A number, and the list of exactly what it counts. */
export interface Figure {
  count: number;
  to: string;
  search: Readonly<Record<string, string | readonly string[]>>;
}

export interface ChartRow {
  key: string;
  label: string;
  /** Beside the label: the days that are counted. */
  hint?: string;
  /** One for each of the chart's series. */
  figures: readonly Figure[];
  /** What is wrong by its nature; the label says so too. */
  bad?: boolean;
}

export interface Chart {
  title: string;
  /** What is counted, in a sentence or two. */
  counted: string;
  /** What the rows are: the head of the table's first column. */
  of: string;
  /** Their names; one alone needs none on the chart. */
  series: readonly string[];
  rows: readonly ChartRow[];
}

const open = { category: ['upcoming', 'running'] };

const ordersWith = (count: number, search: Figure['search']): Figure => ({ count, to: paths.orders, search });

/** Open orders, with what narrows them further. */
const openOrders = (count: number, more: Figure['search'] = {}) => ordersWith(count, { ...open, ...more });

const windowLabels: Record<FiguresDto['windows'][number]['window'], string> = {
  overdue: 'Overdue',
  next7: 'Next 7 days',
  next14: 'Days 8 to 14',
  next30: 'Days 15 to 30',
  later: 'Later',
  none: 'No ETD',
};

/** `22 to 28 Nov 2026`, `29 Nov to 05 Dec 2026` */
function daysSaid(from: string | null, to: string | null): string | undefined {
  if (!from) return to ? `up to ${formatDay(to)}` : undefined;
  if (!to) return `from ${formatDay(from)}`;
  const first = formatDay(from);
  const same = from.slice(0, 7) === to.slice(0, 7) ? 2 : from.slice(0, 4) === to.slice(0, 4) ? 6 : first.length;
  return `${first.slice(0, same)} to ${formatDay(to)}`;
}

export function windowsChart({ windows }: FiguresDto): Chart {
  return {
    title: 'Open orders by ETD',
    counted:
      'Open orders by the first day that one of their lines leaves. The next 7 days are today and the six after it. What is overdue, and what has no ETD, stands apart; no order is counted twice.',
    of: 'ETD',
    series: ['Orders'],
    rows: windows.map(({ window, from, to, count }) => ({
      key: window,
      label: windowLabels[window],
      hint: daysSaid(from, to),
      bad: window === 'overdue',
      figures: [
        openOrders(count, {
          ...(window === 'none' ? { withoutEtd: 'true' } : {}),
          ...(from ? { etdFrom: from } : {}),
          ...(to ? { etdTo: to } : {}),
          ordering: 'etd',
        }),
      ],
    })),
  };
}

export function linesChart({ lines }: FiguresDto): Chart {
  const named = { late: 'Late', at_risk: 'At risk', watch: 'Watch', fine: 'Fine' };
  const slack = {
    late: 'later than the ETD',
    at_risk: '0 to 5 days',
    watch: '6 to 10 days',
    fine: 'more than 10 days',
  };
  return {
    title: 'Lines by their slack',
    counted:
      'Lines with a plan that are still to leave, by the working days that are left between their forecast and their ETD: late below 0, at risk up to 5, watch up to 10.',
    of: 'Slack',
    series: ['Lines'],
    rows: lines.map(({ urgency, count }) => ({
      key: urgency,
      label: named[urgency],
      hint: slack[urgency],
      bad: urgency === 'late',
      figures: [{ count, to: paths.late, search: { urgency } }],
    })),
  };
}

export function monthsChart({ months }: FiguresDto): Chart {
  return {
    title: 'Placed and delivered',
    counted:
      'Orders by their order date, and orders by the day on which they were marked delivered. The last twelve months; of this month what there is so far.',
    of: 'Month',
    series: ['Placed', 'Delivered'],
    rows: months.map(({ from, to, placed, delivered }) => ({
      key: from,
      label: formatDay(from).slice(3),
      figures: [
        ordersWith(placed, { orderDateFrom: from, orderDateTo: to }),
        ordersWith(delivered, { deliveredFrom: from, deliveredTo: to }),
      ],
    })),
  };
}

export function stagesChart({ stages }: FiguresDto): Chart {
  return {
    title: 'Open orders by stage',
    counted: 'Orders that are neither completed nor archived, by the stage they were set to.',
    of: 'Stage',
    series: ['Orders'],
    rows: stages.map(({ stage, count }) => ({
      key: stage,
      label: stage,
      figures: [openOrders(count, { currentStage: stage })],
    })),
  };
}

export function merchandisersChart({ merchandisers, today }: FiguresDto): Chart {
  return {
    title: 'By merchandiser',
    counted: 'The open orders of each, and those of them whose first ETD has passed. The busiest stands first.',
    of: 'Merchandiser',
    series: ['Open', 'Overdue'],
    rows: merchandisers.map(({ merchandiser, open: theirs, overdue }) => {
      const whose: Figure['search'] = merchandiser ? { merchandiserId: merchandiser.id } : { unassigned: 'true' };
      return {
        key: merchandiser?.id ?? 'nobody',
        label: merchandiser?.fullName ?? 'Nobody',
        figures: [
          openOrders(theirs, whose),
          openOrders(overdue, { ...whose, etdTo: daysAfter(today, -1), ordering: 'etd' }),
        ],
      };
    }),
  };
}

export function approvalsChart({ approvals }: FiguresDto): Chart {
  return {
    title: 'Approvals that wait',
    counted: 'Gates of open lines, by who holds them. Each line counts for itself.',
    of: 'With whom',
    series: ['Gates'],
    rows: approvals.map(({ holder, count }) => ({
      key: holder,
      label: sentenceCase(heldBy[holder]),
      figures: [{ count, to: paths.approvalsTable, search: { holder } }],
    })),
  };
}

/** The four numbers to look at first, each with what it is. */
export function firstFigures(figures: FiguresDto) {
  const { lines, windows, approvals, today } = figures;
  const late = lines.find(({ urgency }) => urgency === 'late')?.count ?? 0;
  const overdue = windows.find(({ window }) => window === 'overdue')?.count ?? 0;
  return {
    open: openOrders(figures.open),
    late: { count: late, to: paths.late, search: { urgency: 'late' } } satisfies Figure,
    overdue: openOrders(overdue, { etdTo: daysAfter(today, -1), ordering: 'etd' }),
    waiting: {
      count: approvals.reduce((sum, { count }) => sum + count, 0),
      to: paths.approvalsTable,
      search: {},
    } satisfies Figure,
  };
}
