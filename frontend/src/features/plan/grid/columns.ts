import type { GridStepDto, PlanGridLineDto } from '@/shared/api/generated';

/** A step that is a column of the grid. */
export interface StepColumn {
  key: string;
  label: string;
}

type Named = Pick<GridStepDto, 'milestone' | 'label'>;

/**
 * The steps of all these lines once, as the longest plan has them; one that it does not know stands before the next that
 * it knows: local and foreign orders have not the same ones.
 */
export function columnsOf(lines: readonly { steps: readonly Named[] }[]): StepColumn[] {
  const columns: StepColumn[] = [];
  for (const { steps } of [...lines].sort((a, b) => b.steps.length - a.steps.length)) {
    let before = columns.length;
    for (const { milestone: key, label } of steps.toReversed()) {
      const at = columns.findIndex((column) => column.key === key);
      if (at < 0) columns.splice(before, 0, { key, label });
      else before = at;
    }
  }
  return columns;
}

/** These columns with the steps that further lines bring: what stands stays in its order. */
export function widened(columns: readonly StepColumn[], lines: readonly { steps: readonly Named[] }[]): StepColumn[] {
  const known = { steps: columns.map(({ key, label }) => ({ milestone: key, label })) };
  return columnsOf([known, ...lines]);
}

export const stepIn = ({ steps }: Pick<PlanGridLineDto, 'steps'>, key: string): GridStepDto | undefined =>
  steps.find(({ milestone }) => milestone === key);

/** A place in the grid: column 0 is the line's name, 1 its slack, then the steps. */
export interface Place {
  row: number;
  column: number;
}

/** How large the grid is, and by how many rows PageUp and PageDown turn. */
export interface Extent {
  rows: number;
  columns: number;
  page: number;
}

/** Where a key leads from a place, by the grid pattern of ARIA; null where it leads nowhere. */
export function moved({ row, column }: Place, key: string, ctrl: boolean, extent: Extent): Place | null {
  const { rows, columns, page } = extent;
  const to: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: Math.max(0, row - page), column },
    PageDown: { row: Math.min(rows - 1, row + page), column },
    Home: { row: ctrl ? 0 : row, column: 0 },
    End: { row: ctrl ? rows - 1 : row, column: columns - 1 },
  };
  const next = to[key];
  if (!next || next.row < 0 || next.row >= rows || next.column < 0 || next.column >= columns) return null;
  return next;
}
