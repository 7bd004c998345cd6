import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { createPortal } from 'react-dom';

export interface Crumb {
  label: string;
  to: string;
}

/** The place in the top bar where the page in it puts its breadcrumb. */
export const CrumbSlot = createContext<HTMLElement | null>(null);

export interface PageHeaderProps {
  /** Also the browser tab's title. */
  title: string;
  /** The pages above this one, the highest first. */
  crumbs?: readonly Crumb[];
  /** Beside the title: a status. */
  badges?: ReactNode;
  /** Under the title: one line. */
  description?: ReactNode;
  /** At the end: the page's actions, the main one last. */
  actions?: ReactNode;
}

/** The page's one `h1`, its breadcrumb and its actions. */
export function PageHeader({ title, crumbs = [], badges, description, actions }: PageHeaderProps) {
  const slot = useContext(CrumbSlot);
  useEffect(() => {
    document.title = `${title} · Provabook`;
  }, [title]);

  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
      {slot && createPortal(<Breadcrumb crumbs={crumbs} title={title} />, slot)}
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="min-w-0 break-words text-xl font-semibold tracking-tight sm:text-2xl">{title}</h1>
          {badges}
        </div>
        {description && <div className="mt-1 text-sm text-muted">{description}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

function Breadcrumb({ crumbs, title }: { crumbs: readonly Crumb[]; title: string }) {
  const parent = crumbs.at(-1);
  return (
    <nav aria-label="Breadcrumb" className="min-w-0 text-[0.8125rem]">
      <ol className="flex min-w-0 items-center gap-1.5">
        {crumbs.map((crumb) => (
          <li
            key={crumb.to}
            className={
              crumb === parent ? 'flex shrink-0 items-center gap-1.5' : 'hidden shrink-0 items-center gap-1.5 sm:flex'
            }
          >
            <Link to={crumb.to} className="touch-target flex items-center gap-1 rounded text-muted hover:text-ink">
              <ChevronLeft aria-hidden className="size-3.5 sm:hidden rtl:rotate-180" />
              {crumb.label}
            </Link>
            <ChevronRight aria-hidden className="hidden size-3.5 text-muted sm:block rtl:rotate-180" />
          </li>
        ))}
        <li aria-current="page" className={parent ? 'hidden truncate font-medium sm:block' : 'truncate font-medium'}>
          {title}
        </li>
      </ol>
    </nav>
  );
}
