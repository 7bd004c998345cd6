import { CopyPlus, Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import type { StyleDto } from '@/shared/api/generated';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';

interface StyleHeaderProps {
  style: StyleDto;
  onEdit: () => void;
  /** Left out: the order takes no further lines. */
  onAddLine?: () => void;
  onCopy?: () => void;
  onDelete: () => void;
}

export function StyleHeader({ style, onEdit, onAddLine, onCopy, onDelete }: StyleHeaderProps) {
  const { styleNumber, description, fabricType, fabricComposition, gsm, construction, cuttableWidth, notes } = style;
  const facts = [
    fabricType,
    fabricComposition,
    gsm && `${gsm} g/m²`,
    construction,
    cuttableWidth && `cuttable ${cuttableWidth}`,
  ].filter(Boolean);
  return (
    <header className="flex items-start justify-between gap-3 border-b border-line px-4 py-3.5">
      <div className="min-w-0">
        <h2 className="break-words text-[0.9375rem] font-semibold">
          {styleNumber}
          {description && <span className="font-normal text-muted"> · {description}</span>}
        </h2>
        {facts.length > 0 && <p className="mt-0.5 text-[0.8125rem] text-muted">{facts.join(' · ')}</p>}
        {notes && <p className="mt-1.5 max-w-prose whitespace-pre-line text-[0.8125rem]">{notes}</p>}
      </div>
      <div className="flex shrink-0 items-center gap-1">
        {onAddLine && (
          <Button size="sm" icon={Plus} onClick={onAddLine}>
            <span className="max-sm:sr-only">Add line</span>
          </Button>
        )}
        <Menu
          trigger={<IconButton icon={Ellipsis} size="sm" label={`More about style ${styleNumber}`} withoutTooltip />}
        >
          <MenuItem icon={Pencil} onSelect={onEdit}>
            Edit style
          </MenuItem>
          {onCopy && (
            <MenuItem icon={CopyPlus} onSelect={onCopy}>
              Duplicate style…
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem icon={Trash2} danger onSelect={onDelete}>
            Delete style…
          </MenuItem>
        </Menu>
      </div>
    </header>
  );
}
