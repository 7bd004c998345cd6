import { Columns3 } from 'lucide-react';
import { Button } from '@/shared/ui/Button';
import { Checkbox } from '@/shared/ui/Checkbox';
import { Popover } from '@/shared/ui/Popover';
import { columnHeads, orderColumnNames, type OrderColumnName } from './vocabulary';

interface ColumnsMenuProps {
  chosen: readonly OrderColumnName[];
  onChoose: (names: OrderColumnName[] | undefined) => void;
}

/** Which columns stand beside those that the list always has. */
export function ColumnsMenu({ chosen, onChoose }: ColumnsMenuProps) {
  const toggle = (name: OrderColumnName) => {
    const next = orderColumnNames.filter((each) => chosen.includes(each) !== (each === name));
    onChoose(next.length > 0 ? next : undefined);
  };
  return (
    <Popover
      label="Columns"
      narrow
      trigger={
        <Button size="sm" icon={Columns3}>
          {chosen.length > 0 ? `Columns +${chosen.length}` : 'Columns'}
        </Button>
      }
    >
      <fieldset className="flex flex-col">
        <legend className="px-2.5 pb-1 text-xs font-medium text-muted">Also show</legend>
        {orderColumnNames.map((name) => (
          <Checkbox
            key={name}
            label={columnHeads[name]}
            checked={chosen.includes(name)}
            onChange={() => toggle(name)}
            className="rounded-lg px-2.5 py-1.5 hover:bg-hover"
          />
        ))}
      </fieldset>
      <p className="px-2.5 pb-1 pt-2 text-[0.8125rem] text-muted">Save a view to keep them.</p>
    </Popover>
  );
}
