import { Inbox, Lock, type LucideIcon, RotateCw, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { toProblem } from '../api/errors';
import { cx } from '../lib/cx';
import { Button } from './Button';

interface StateProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  role?: 'alert';
}

function State({ icon: Icon, title, children, actions, role }: StateProps) {
  return (
    <div role={role} className="flex flex-col items-center px-6 py-14 text-center">
      <div className="grid size-12 place-items-center rounded-2xl bg-sunken text-muted">
        <Icon aria-hidden className="size-5.5" strokeWidth={1.75} />
      </div>
      <p className="mt-4 text-[0.9375rem] font-semibold">{title}</p>
      {children && <div className="mt-1.5 max-w-md text-pretty text-sm text-muted">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}

export interface EmptyStateProps {
  icon?: LucideIcon;
  /** What is not here: "No orders yet". */
  title: string;
  /** What would put something here. */
  children?: ReactNode;
  /** The button that does it, or one that drops the filters. */
  actions?: ReactNode;
}

export function EmptyState({ icon = Inbox, ...rest }: EmptyStateProps) {
  return <State icon={icon} {...rest} />;
}

export interface ErrorStateProps {
  /** What could not be done: "The orders could not be loaded". */
  title: string;
  /** What the query threw. */
  error: unknown;
  onRetry?: () => void;
}

/** What, why, what next, and the request's number to quote. */
export function ErrorState({ title, error, onRetry }: ErrorStateProps) {
  const problem = toProblem(error);
  return (
    <State
      role="alert"
      icon={problem.status === 403 ? Lock : TriangleAlert}
      title={title}
      actions={
        onRetry && (
          <Button icon={RotateCw} onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      {problem.detail}
      {problem.requestId && <RequestId id={problem.requestId} />}
    </State>
  );
}

/** Above good data that could not be brought up to date. */
export function StaleBanner({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const problem = toProblem(error);
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warn-tint px-4 py-2 text-[0.8125rem] text-warn"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">These may be out of date. {problem.detail}</span>
      <Button size="sm" variant="quiet" icon={RotateCw} onClick={onRetry} className="text-warn">
        Try again
      </Button>
    </div>
  );
}

function RequestId({ id }: { id: string }) {
  return (
    <p className="mt-2 text-xs">
      Request <code className="select-all break-all font-mono">{id}</code>
    </p>
  );
}

export interface NoPermissionProps {
  /** What it is: "The list of users". */
  what: string;
  /** Who can: "an admin". */
  who: string;
}

export function NoPermission({ what, who }: NoPermissionProps) {
  return (
    <State icon={Lock} title={`${what}: not open to your role`}>
      If you need it for your work, ask {who}.
    </State>
  );
}

/** A grey bar where a word will be. Nothing is shown for the first 100 ms. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('block animate-pulse rounded-md bg-sunken', className)} />;
}

/** Says that something loads, to readers at once; after three seconds, to all, what it waits for. */
export function Loading({ what, children }: { what: string; children: ReactNode }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 3_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy className="relative animate-late">
      <p role="status" className={slow ? 'px-4 pt-3 text-[0.8125rem] text-muted' : 'sr-only'}>
        {slow ? `Still waiting for ${what}…` : `Loading ${what}…`}
      </p>
      {children}
    </div>
  );
}

/** In the shape of the `Table` that will stand here, and as long: what follows is not pushed away when the rows come. */
export function TableSkeleton({ what, columns = 5, rows = 8 }: { what: string; columns?: number; rows?: number }) {
  return (
    <Loading what={what}>
      <div className="hidden h-10 items-center gap-6 border-b border-line px-4 sm:flex">
        {Array.from({ length: columns }, (_, at) => (
          <Skeleton key={at} className="h-3 flex-1" />
        ))}
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className="flex h-28 flex-col justify-center gap-3 border-b border-line px-4 last:border-0 sm:h-11 sm:flex-row sm:items-center sm:gap-6"
        >
          {Array.from({ length: columns }, (_, at) => (
            <Skeleton
              key={at}
              className={cx('h-3.5 sm:flex-1', at > 2 && 'max-sm:hidden', at === 0 ? 'max-sm:w-1/2' : 'max-sm:w-full')}
            />
          ))}
        </div>
      ))}
    </Loading>
  );
}

/** In the shape of a page of cards with fields, such as a workspace or a form. */
export function DetailSkeleton({ what }: { what: string }) {
  return (
    <Loading what={what}>
      <Skeleton className="h-8 w-64 max-w-full" />
      <div className="mt-6 grid gap-4 sm:grid-cols-3">
        {Array.from({ length: 3 }, (_, at) => (
          <Skeleton key={at} className="h-24 rounded-xl" />
        ))}
      </div>
      <Skeleton className="mt-4 h-80 rounded-xl" />
    </Loading>
  );
}
