import { MoveRight } from 'lucide-react';
import type { LineGateDto } from '@/shared/api/generated';
import { Menu, MenuItem, MenuLabel } from '@/shared/ui/Menu';
import { approvedColumn, type ColumnKey, columns } from '../columns';
import { moveTo } from '../moves';
import { deedLook } from './CardDeeds';

interface MoveMenuProps {
  gate: LineGateDto;
  onMove: (gate: LineGateDto, column: ColumnKey) => void;
}

/** Dragging without a pointer: every column, those that are closed with their rule. */
export function MoveMenu({ gate, onMove }: MoveMenuProps) {
  return (
    <Menu
      trigger={
        <button type="button" data-move aria-label={`Move ${gate.name} of ${gate.lineLabel}`} className={deedLook}>
          <MoveRight aria-hidden className="rtl:rotate-180" />
        </button>
      }
    >
      <MenuLabel>Move to</MenuLabel>
      {[...columns, approvedColumn].map(({ key, title, icon }) => {
        const move = moveTo(key, gate);
        const shut = move.does === 'nothing';
        return (
          <MenuItem key={key} icon={icon} disabled={shut} onSelect={() => onMove(gate, key)}>
            <span className="max-w-60">
              {title}
              {shut && <span className="block text-xs">{move.why}</span>}
            </span>
          </MenuItem>
        );
      })}
    </Menu>
  );
}

/** A menu of Radix opens by its own keys on its button. */
export function openMoveMenu(card: HTMLElement): void {
  const move = card.querySelector<HTMLElement>('[data-move]');
  move?.focus();
  move?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}
