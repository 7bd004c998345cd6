import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import type { DryRunDto, WorkbookDecisionsDto, WorkbookField } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { Badge } from '@/shared/ui/Badge';
import { Field } from '@/shared/ui/Field';
import { Input, Select } from '@/shared/ui/Input';
import { fieldLabels, fieldOptions } from '../fields';

export interface ColumnsPanelProps {
  dryRun: DryRunDto;
  onMap: (column: string, field: WorkbookField | null) => void;
  onReadFrom: (mapping: NonNullable<WorkbookDecisionsDto['mapping']>) => void;
}

/** Which column holds what. Closed while all of it was understood. */
export function ColumnsPanel({ dryRun, onMap, onReadFrom }: ColumnsPanelProps) {
  const { columns, headingRow, sheets, sheet, missingFields } = dryRun;
  const id = useId();
  const mapped = columns.filter(({ field }) => field !== null).length;
  const isUnclear = headingRow === null || missingFields.length > 0;
  return (
    <details open={isUnclear} className="group rounded-xl border border-line bg-surface shadow-sm">
      <summary className="touch-tall flex list-none items-center gap-3 rounded-xl px-4 py-3.5 sm:px-5">
        <h2 id={id} className="text-[0.9375rem] font-semibold">
          Columns
        </h2>
        <span className="min-w-0 flex-1 text-sm text-muted">
          {mapped} of {plural(columns.length, 'column')} understood
        </span>
        {missingFields.length > 0 && <Badge tone="urgent">{plural(missingFields.length, 'column')} missing</Badge>}
        <ChevronDown aria-hidden className="size-4 text-muted transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid gap-x-5 gap-y-4 px-4 pb-5 sm:grid-cols-2 sm:px-5 lg:grid-cols-3 2xl:grid-cols-4">
        <div className="col-span-full flex flex-wrap gap-4 border-b border-line pb-4">
          <Field label="Sheet" className="w-full sm:w-64">
            <Select
              value={sheet}
              disabled={sheets.length < 2}
              onChange={(event) => onReadFrom({ sheet: event.target.value })}
              options={sheets.map(({ name, hidden }) => ({ value: name, label: hidden ? `${name} (hidden)` : name }))}
            />
          </Field>
          <Field label="Row of the headings" className="w-40">
            <Input
              key={headingRow}
              inputMode="numeric"
              defaultValue={headingRow ?? ''}
              onBlur={(event) => {
                const row = Number(event.target.value);
                if (Number.isInteger(row) && row > 0 && row !== headingRow) onReadFrom({ sheet, headingRow: row });
              }}
              onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            />
          </Field>
        </div>
        {columns.map(({ column, heading, field, decidedBy }) => (
          <Field
            key={column}
            label={`${column} · ${heading || 'no heading'}`}
            hint={decidedBy === 'caller' ? 'Chosen by you' : undefined}
          >
            <Select
              value={field ?? ''}
              placeholder="Leave out"
              onChange={(event) => onMap(column, (event.target.value || null) as WorkbookField | null)}
              options={fieldOptions}
            />
          </Field>
        ))}
        {missingFields.length > 0 && (
          <p className="col-span-full text-sm text-urgent">
            Needed: {missingFields.map((field) => fieldLabels[field].toLowerCase()).join(', ')}. Choose the column that
            has it.
          </p>
        )}
      </div>
    </details>
  );
}
