import { Link } from '@tanstack/react-router';
import { ChevronsUpDown, Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { signOut } from '@/shared/api/http';
import { sentenceCase } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { setTheme, useTheme } from '@/shared/lib/theme';
import { useActor } from '@/shared/session';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { openKeySheet } from './key-sheet-state';

const themes = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
] as const;

export function ProfileMenu({ folded = false }: { folded?: boolean }) {
  const actor = useActor();
  const theme = useTheme((state) => state.theme);
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          aria-label={`${actor.fullName}: profile, theme, sign out`}
          className="touch-tall flex w-full min-w-0 items-center gap-2.5 rounded-lg p-1.5 text-start hover:bg-hover aria-expanded:bg-hover"
        >
          <span
            aria-hidden
            className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-tint text-xs font-semibold text-accent-text"
          >
            {initials(actor.fullName)}
          </span>
          {!folded && (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm font-medium leading-tight">{actor.fullName}</span>
                <span className="block truncate text-xs text-muted">{sentenceCase(actor.role)}</span>
              </span>
              <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
            </>
          )}
        </button>
      }
    >
      <MenuItem asChild>
        <Link to={paths.profile}>
          <UserRound aria-hidden />
          Your profile
        </Link>
      </MenuItem>
      <MenuItem icon={Keyboard} onSelect={openKeySheet}>
        Keys
      </MenuItem>
      <MenuSeparator />
      <MenuChoice label="Theme" value={theme} options={themes} onChange={setTheme} />
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={() => void signOut()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}

/** `Farhana Akter Rina` → `FR`. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return `${first.charAt(0)}${last.charAt(0)}`.toUpperCase();
}
