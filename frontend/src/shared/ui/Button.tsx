import { LoaderCircle, type LucideIcon } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { cx } from '../lib/cx';

export const buttonBase =
  'touch-target inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-lg font-medium print:hidden ' +
  'transition-colors duration-100 disabled:pointer-events-none disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:shrink-0';

export const buttonVariants = {
  primary: 'bg-accent text-accent-ink shadow-sm hover:bg-accent-hover',
  secondary: 'border border-line bg-surface text-ink shadow-sm hover:bg-hover',
  quiet: 'text-ink hover:bg-hover aria-expanded:bg-hover',
  danger: 'bg-danger text-white shadow-sm hover:bg-danger-hover',
} as const;

const sizes = {
  sm: 'h-8 px-3 text-[0.8125rem] [&_svg]:size-4',
  md: 'h-9 px-4 text-sm [&_svg]:size-4',
  lg: 'h-11 px-5 text-[0.9375rem] [&_svg]:size-4.5',
} as const;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: keyof typeof buttonVariants;
  size?: keyof typeof sizes;
  /** At work: shows so, and takes no second click. */
  busy?: boolean;
  icon?: LucideIcon;
  /** Gives the looks to its one child, such as a `Link`. `busy` and `icon` do not apply then. */
  asChild?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant = 'secondary',
  size = 'md',
  busy = false,
  icon: Icon,
  asChild = false,
  className,
  children,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) {
  const look = cx(buttonBase, buttonVariants[variant], sizes[size], className);
  if (asChild) {
    return (
      <Slot.Root className={look} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button type={type} className={look} disabled={disabled || busy} aria-busy={busy || undefined} {...rest}>
      {busy ? <LoaderCircle className="animate-spin" aria-hidden /> : Icon && <Icon aria-hidden />}
      {children}
    </button>
  );
}
