import { useState } from 'react';
import type { StageDaysDto } from '@/shared/api/generated';
import { daysAfter, formatDay, unitName } from '@/shared/lib/format';
import { useRoom } from '@/shared/lib/width';
import { Button } from '@/shared/ui/Button';
import { type Column, Table } from '@/shared/ui/Table';
import { Day, Quantity } from '@/shared/ui/Values';
import { burnUpOf, type BurnUp, type Point } from '../burn-up';
import { lineStages } from '../vocabulary';
import { finishWords, madeWords, number, paceWords } from '../words';

const height = 220;
const edge = { top: 14, right: 12, bottom: 24, left: 52 } as const;

/** What is needed, what was made, and where it leads; the same as a table on request. */
export function BurnUpChart({ stage }: { stage: StageDaysDto }) {
  const [asTable, setAsTable] = useState(false);
  const [ref, { width }] = useRoom<HTMLDivElement>();
  const chart = burnUpOf(stage);
  if (!chart) return <p className="py-6 text-center text-sm text-muted">Nothing was entered of this stage yet.</p>;
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {asTable ? <span /> : <Legend chart={chart} />}
        <Button size="sm" variant="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show the chart' : 'Show as a table'}
        </Button>
      </div>
      {asTable ? (
        <div className="rounded-lg border border-line">
          <Table
            caption={`${lineStages[stage.stage].name} day by day`}
            columns={dayColumns(stage)}
            rows={[...stage.days].reverse()}
            rowKey={({ day }) => day}
          />
        </div>
      ) : (
        <div ref={ref}>{width > 0 && <Chart chart={chart} stage={stage} width={width} />}</div>
      )}
    </div>
  );
}

const dayColumns = ({ unit }: StageDaysDto): Column<StageDaysDto['days'][number]>[] => [
  { key: 'day', head: 'Day', primary: true, cell: ({ day }) => <Day day={day} /> },
  { key: 'made', head: 'Made', align: 'end', cell: ({ made }) => <Quantity quantity={made} unit={unit} /> },
  { key: 'total', head: 'In all', align: 'end', cell: ({ total }) => <Quantity quantity={total} unit={unit} /> },
];

const strokes = {
  needed: { label: 'Needed in all', className: 'stroke-muted', width: 1 },
  due: { label: 'Needed by then', className: 'stroke-muted', width: 1.5, dash: '6 5' },
  actual: { label: 'Made', className: 'stroke-accent-text', width: 2.5 },
  forecast: { label: 'At this pace', className: 'stroke-accent-text', width: 2, dash: '1 5' },
} as const;
type Stroke = keyof typeof strokes;

function Legend({ chart }: { chart: BurnUp }) {
  const shown = (Object.keys(strokes) as Stroke[]).filter((stroke) => chart[stroke] !== null);
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] text-muted">
      {shown.map((stroke) => (
        <li key={stroke} className="flex items-center gap-1.5">
          <svg aria-hidden width="22" height="8">
            <Line of={stroke} points="0,4 22,4" />
          </svg>
          {strokes[stroke].label}
        </li>
      ))}
    </ul>
  );
}

function Line({ of, points }: { of: Stroke; points: string }) {
  const look = strokes[of];
  return (
    <polyline
      points={points}
      fill="none"
      className={look.className}
      strokeWidth={look.width}
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeDasharray={'dash' in look ? look.dash : undefined}
    />
  );
}

function Chart({ chart, stage, width }: { chart: BurnUp; stage: StageDaysDto; width: number }) {
  const x = (day: number) => edge.left + (day / chart.days) * (width - edge.left - edge.right);
  const y = (quantity: number) => height - edge.bottom - (quantity / chart.top) * (height - edge.top - edge.bottom);
  const points = (line: readonly Point[]) => line.map(([day, quantity]) => `${x(day)},${y(quantity)}`).join(' ');
  const name = `${lineStages[stage.stage].name}: ${madeWords(stage)}, ${paceWords(stage)}`;
  const label = 'fill-muted text-[11px] tabular-nums';
  return (
    <svg
      role="img"
      aria-label={[name, finishWords(stage)].filter(Boolean).join(', ')}
      width={width}
      height={height}
      className="block"
    >
      <line x1={edge.left} x2={width - edge.right} y1={y(0)} y2={y(0)} className="stroke-line" />
      <text x={edge.left - 8} y={y(0) + 4} textAnchor="end" className={label}>
        0
      </text>
      {chart.needed !== null && (
        <>
          <Line
            of="needed"
            points={points([
              [0, chart.needed],
              [chart.days, chart.needed],
            ])}
          />
          <text x={edge.left - 8} y={y(chart.needed) + 4} textAnchor="end" className={label}>
            {number(String(Math.round(chart.needed)))}
          </text>
        </>
      )}
      <text x={edge.left - 8} y={edge.top - 3} textAnchor="end" className={label}>
        {unitName(stage.unit)}
      </text>
      {chart.due && <Line of="due" points={points(chart.due)} />}
      <Line of="actual" points={points(chart.actual)} />
      {chart.forecast && <Line of="forecast" points={points(chart.forecast)} />}
      <text x={edge.left} y={height - 6} className={label}>
        {formatDay(chart.start)}
      </text>
      <text x={width - edge.right} y={height - 6} textAnchor="end" className={label}>
        {formatDay(daysAfter(chart.start, chart.days))}
      </text>
    </svg>
  );
}
