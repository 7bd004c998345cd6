import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from '../lib/cx';
import { buttonBase, buttonVariants } from './Button';
import { Tooltip } from './Tooltip';

const iconSizes = { sm: 'size-8 [&_svg]:size-4', md: 'size-9 [&_svg]:size-4.5' } as const;

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  /** What it does, in words: read out, and shown as a tooltip. */
  label: string;
  icon: LucideIcon;
  variant?: keyof typeof buttonVariants;
  size?: keyof typeof iconSizes;
  /** For a trigger whose menu says the same anyway. */
  withoutTooltip?: boolean;
  /** Laid over the icon, such as an unread count. */
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  label,
  icon: Icon,
  variant = 'quiet',
  size = 'md',
  withoutTooltip = false,
  className,
  children,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type={type}
      aria-label={label}
      className={cx(buttonBase, buttonVariants[variant], iconSizes[size], className)}
      {...rest}
    >
      <Icon aria-hidden />
      {children}
    </button>
  );
  return withoutTooltip ? button : <Tooltip text={label}>{button}</Tooltip>;
}
