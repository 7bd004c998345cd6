import { EyeOff } from 'lucide-react';
import type { DryRunRowDto } from '@/shared/api/generated';
import { Badge } from '@/shared/ui/Badge';
import { Checkbox } from '@/shared/ui/Checkbox';
import { rowClasses, withDays } from '../sheet';

export interface RowHeadProps {
  row: DryRunRowDto;
  readOnly: boolean;
  onInclude: (row: DryRunRowDto, included: boolean) => void;
}

/** The row's number, what it is taken for and why, and whether it becomes a line. */
export function RowHead({ row, readOnly, onInclude }: RowHeadProps) {
  const { included, problems, reason, hidden } = row;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        {readOnly ? (
          <span className="font-medium tabular-nums">Row {row.row}</span>
        ) : (
          <Checkbox
            checked={included}
            onChange={(event) => onInclude(row, event.target.checked)}
            aria-label={`Take row ${row.row}`}
            label={<span className="font-medium tabular-nums">Row {row.row}</span>}
          />
        )}
        <Badge tone={included ? (problems.length ? 'urgent' : 'accent') : 'calm'} icon={hidden ? EyeOff : undefined}>
          {rowClasses[row.class]}
        </Badge>
      </div>
      {problems.map((problem) => (
        <p key={problem} className="text-pretty text-xs text-urgent">
          {problem}
        </p>
      ))}
      {reason && !included && <p className="text-pretty text-xs text-muted">{withDays(reason)}</p>}
    </div>
  );
}
