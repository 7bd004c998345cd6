import { Checkbox } from '@/shared/ui/Checkbox';
import { aboveRowLink } from '@/shared/ui/Table';
import type { Selection } from './use-selection';

/** Ticks a row. With Shift all rows in between go along. */
export function Tick({ id, name, selection }: { id: string; name: string; selection: Selection }) {
  return (
    <Checkbox
      label={`Tick ${name}`}
      hideLabel
      checked={selection.has(id)}
      onChange={({ nativeEvent }) => selection.toggle(id, (nativeEvent as MouseEvent).shiftKey)}
      className={aboveRowLink}
    />
  );
}
