import { Tabs as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useRef } from 'react';

export interface Tab<Value extends string> {
  value: Value;
  label: string;
  /** How many there are; shown beside the label. */
  count?: number;
  content: ReactNode;
}

export interface TabsProps<Value extends string> {
  /** What the tabs are of: "Order PO-1182". */
  label: string;
  value: Value;
  /** Put it into the URL: `setState({ tab })`. */
  onChange: (value: Value) => void;
  tabs: readonly Tab<Value>[];
}

export function Tabs<Value extends string>({ label, value, onChange, tabs }: TabsProps<Value>) {
  const list = useRef<HTMLDivElement>(null);
  // On a phone the one that is open may lie beyond the edge. Only the list scrolls for it, never the page.
  useEffect(() => {
    const { current } = list;
    const shown = current?.getBoundingClientRect();
    const open = current?.querySelector('[data-state=active]')?.getBoundingClientRect();
    if (current && shown && open)
      current.scrollLeft += Math.min(0, open.left - shown.left) || Math.max(0, open.right - shown.right);
  }, [value]);
  return (
    <Radix.Root value={value} onValueChange={(next) => onChange(next as Value)}>
      <Radix.List
        ref={list}
        aria-label={label}
        className="-mb-px flex gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="touch-tall group -mb-px flex items-center gap-2 whitespace-nowrap border-b-2 border-transparent px-3 py-2.5 text-sm font-medium text-muted transition-colors hover:text-ink focus-visible:outline-offset-[-3px] data-[state=active]:border-accent-text data-[state=active]:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="min-w-5 rounded-full bg-sunken px-1.5 py-px text-center text-xs tabular-nums text-muted group-data-[state=active]:bg-accent-tint group-data-[state=active]:text-accent-text">
                {tab.count}
              </span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="pt-5 focus-visible:outline-offset-4">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
