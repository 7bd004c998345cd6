import { Link } from '@tanstack/react-router';
import { Menu as MenuIcon } from 'lucide-react';
import { useState } from 'react';
import { shortCount } from '@/shared/api/unread';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { Drawer } from '@/shared/ui/Drawer';
import { NavGroups } from './NavGroups';
import { destinationsFor } from './navigation';
import { ProfileMenu } from './ProfileMenu';

const tab =
  'relative flex min-h-14 flex-1 flex-col items-center justify-center gap-1 text-[0.6875rem] font-medium text-muted focus-visible:outline-offset-[-3px] aria-[current=page]:text-accent-text [&_svg]:size-5';

/** The bar at the foot of a phone: four places and the menu with the others. */
export function PhoneBar({ unread }: { unread: number }) {
  const { role } = useActor();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {destinationsFor(role)
        .filter(({ onPhone }) => onPhone)
        .map(({ to, label, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: to === paths.home, includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
            className={tab}
          >
            <Icon aria-hidden strokeWidth={1.9} />
            {label}
            {to === paths.inbox && unread > 0 && (
              <span className="absolute start-1/2 top-1 ms-1.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] font-semibold leading-4 text-accent-ink">
                {shortCount(unread)}
                <span className="sr-only"> unread</span>
              </span>
            )}
          </Link>
        ))}
      <button type="button" className={tab} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <MenuIcon aria-hidden strokeWidth={1.9} />
        More
      </button>
      <Drawer open={open} onOpenChange={setOpen} title="Provabook" side="start" size="sm" footer={<ProfileMenu />}>
        <nav aria-label="All pages" className="flex flex-col gap-0.5">
          <NavGroups unread={unread} onNavigate={close} />
        </nav>
      </Drawer>
    </nav>
  );
}
