import { Link } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { cx } from '@/shared/lib/cx';
import { paths } from '@/shared/lib/paths';
import { IconButton } from '@/shared/ui/IconButton';
import { Logo } from '@/shared/ui/Logo';
import { NavGroups } from './NavGroups';
import { ProfileMenu } from './ProfileMenu';
import { setRailFolded, useRail } from './rail-state';

export function Rail({ unread, houseName }: { unread: number; houseName: string }) {
  const folded = useRail((state) => state.folded);
  return (
    <aside
      className={cx(
        'sticky top-0 hidden h-dvh flex-col border-e border-line bg-rail transition-[width] duration-150 md:flex print:hidden',
        folded ? 'w-16 items-center px-3' : 'w-60 px-3',
      )}
    >
      <div className={cx('flex h-14 shrink-0 items-center', folded ? 'justify-center' : 'justify-between ps-1')}>
        {!folded && (
          <Link to={paths.home} className="flex min-w-0 items-center gap-2.5 rounded-lg">
            <Logo className="size-7 shrink-0" />
            <span className="min-w-0">
              <span className="block truncate text-sm font-semibold leading-tight tracking-tight">{houseName}</span>
              {houseName !== 'Provabook' && <span className="block text-xs leading-tight text-muted">Provabook</span>}
            </span>
          </Link>
        )}
        <IconButton
          icon={folded ? PanelLeftOpen : PanelLeftClose}
          label={folded ? 'Unfold the menu' : 'Fold the menu'}
          size="sm"
          className="text-muted"
          onClick={() => setRailFolded(!folded)}
        />
      </div>
      <nav aria-label="Main" className="flex flex-1 flex-col gap-0.5 overflow-y-auto py-2">
        <NavGroups unread={unread} icons={folded} />
      </nav>
      <div className="shrink-0 border-t border-line py-2.5">
        <ProfileMenu folded={folded} />
      </div>
    </aside>
  );
}
