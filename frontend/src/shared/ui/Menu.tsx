import { Check, type LucideIcon } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { type KeyboardEvent, type ReactElement, type ReactNode, useState } from 'react';
import { cx } from '../lib/cx';

export const popupLook =
  'z-50 min-w-44 max-w-[calc(100vw-1rem)] animate-rise overflow-y-auto rounded-xl border border-line bg-surface p-1.5 shadow-lg ' +
  'max-h-(--radix-popper-available-height)';

const itemLook =
  'touch-tall flex cursor-pointer select-none items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none ' +
  'data-[highlighted]:bg-hover data-[disabled]:cursor-not-allowed data-[disabled]:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0';

export interface MenuProps {
  /** One button. */
  trigger: ReactElement;
  align?: 'start' | 'end';
  side?: 'top' | 'bottom' | 'right';
  /** What a key does on the trigger and in the open menu, by its name in lower case: `{ a: approve, delete: clear }`. */
  keys?: Readonly<Record<string, () => void>>;
  /** Where something else than its trigger opens it as well, such as a key of the page. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

export function Menu({ trigger, align = 'end', side = 'bottom', keys, children, ...outside }: MenuProps) {
  const [own, setOwn] = useState(false);
  const { open = own, onOpenChange: setOpen = setOwn } = outside;
  const onKeyDown = (event: KeyboardEvent) => {
    // A trigger that has answered the key itself is left alone.
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const run = keys?.[event.key.toLowerCase()];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
    run();
  };
  return (
    <Radix.Root modal={false} open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild onKeyDown={onKeyDown}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onKeyDown={onKeyDown}
          className={popupLook}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface MenuItemProps {
  icon?: LucideIcon;
  onSelect?: () => void;
  disabled?: boolean;
  danger?: boolean;
  /** The key that does the same, shown at the end. */
  hint?: string;
  /** Gives the looks to its one child, such as a `Link`. */
  asChild?: boolean;
  children: ReactNode;
}

export function MenuItem(props: MenuItemProps) {
  const { icon: Icon, onSelect, disabled, danger = false, hint, asChild = false, children } = props;
  const look = cx(itemLook, danger ? 'text-bad [&_svg]:text-bad' : '[&_svg]:text-muted');
  if (asChild) {
    return (
      <Radix.Item asChild disabled={disabled} onSelect={onSelect} className={look}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={look}>
      {Icon && <Icon aria-hidden />}
      {children}
      {hint && (
        <kbd aria-hidden className="ms-auto ps-6 text-xs text-muted">
          {hint}
        </kbd>
      )}
    </Radix.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 pb-1 pt-2 text-xs font-medium text-muted">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1.5 my-1.5 h-px bg-line" />;
}

export interface MenuChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: LucideIcon }[];
  onChange: (value: Value) => void;
}

/** One of a few; the chosen one carries a tick. */
export function MenuChoice<Value extends string>({ label, value, options, onChange }: MenuChoiceProps<Value>) {
  return (
    <Radix.RadioGroup aria-label={label} value={value} onValueChange={(next) => onChange(next as Value)}>
      <MenuLabel>{label}</MenuLabel>
      {options.map(({ value: each, label: name, icon: Icon }) => (
        <Radix.RadioItem key={each} value={each} className={cx(itemLook, '[&_svg]:text-muted')}>
          {Icon && <Icon aria-hidden />}
          <span className="flex-1">{name}</span>
          <Radix.ItemIndicator>
            <Check aria-hidden />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}
