import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Keys } from './Keys';

/** One thing to choose in the palette. */
export interface Choice {
  /** Unique in what is shown. */
  id: string;
  icon: LucideIcon;
  title: ReactNode;
  detail?: ReactNode;
  /** At the end: the order it lies under, or that it is only close to what was typed. */
  note?: ReactNode;
  /** The keys that do the same. */
  keys?: readonly string[];
  run: () => void;
  /** Steps into it: what there is of an order. */
  enter?: () => void;
}

export interface ChoiceGroup {
  heading: string;
  choices: Choice[];
}

export function PaletteItem({ choice: { id, icon: Icon, title, detail, note, keys, run } }: { choice: Choice }) {
  return (
    <Command.Item
      value={id}
      onSelect={run}
      className="touch-tall flex cursor-pointer select-none items-center gap-3 rounded-lg px-2.5 py-2 text-sm data-[selected=true]:bg-accent-tint"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.9} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{title}</span>
        {detail && <span className="block truncate text-[0.8125rem] text-muted">{detail}</span>}
      </span>
      {note && <span className="max-w-[45%] shrink-0 truncate text-end text-[0.8125rem] text-muted">{note}</span>}
      {keys && <Keys of={keys} />}
    </Command.Item>
  );
}
