import { ChartColumn, Info, Table2 } from 'lucide-react';
import { useState } from 'react';
import { Card } from '@/shared/ui/Card';
import { IconButton } from '@/shared/ui/IconButton';
import { Popover } from '@/shared/ui/Popover';
import type { Chart } from '../charts';
import { Bars } from './Bars';
import { Columns } from './Columns';
import { FigureTable } from './FigureTable';

interface ChartCardProps {
  chart: Chart;
  /** Upright, as for months. */
  upright?: boolean;
  className?: string;
}

/** A chart with what it counts, and the same as a table. */
export function ChartCard({ chart, upright = false, className }: ChartCardProps) {
  const [asTable, setAsTable] = useState(false);
  const View = asTable ? FigureTable : upright ? Columns : Bars;
  return (
    <Card
      title={chart.title}
      className={className}
      actions={
        <>
          <Counted title={chart.title}>{chart.counted}</Counted>
          <IconButton
            size="sm"
            icon={asTable ? ChartColumn : Table2}
            label={asTable ? `${chart.title}: show the chart` : `${chart.title}: show the table`}
            onClick={() => setAsTable(!asTable)}
          />
        </>
      }
    >
      {chart.rows.length > 0 ? (
        <View chart={chart} />
      ) : (
        <p className="py-4 text-sm text-muted">There is nothing to count here yet.</p>
      )}
    </Card>
  );
}

/** The definition of a figure. */
export function Counted({ title, children }: { title: string; children: string }) {
  return (
    <Popover
      label={`What is counted: ${title}`}
      trigger={<IconButton size="sm" icon={Info} label={`What is counted: ${title}`} />}
    >
      <p>{children}</p>
    </Popover>
  );
}
