import { Link, useLocation } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { cx } from '@/shared/lib/cx';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuLabel } from '@/shared/ui/Menu';
import { NavLink } from './NavLink';
import { type Destination, destinationsFor, type Group, groups } from './navigation';
import { setGroupFolded, useRail } from './rail-state';

interface NavGroupsProps {
  unread: number;
  /** Icons only. */
  icons?: boolean;
  onNavigate?: () => void;
}

/** Every page that this person may open: the daily ones, then the groups, each of which folds. */
export function NavGroups(props: NavGroupsProps) {
  const { role } = useActor();
  const all = destinationsFor(role);
  return (
    <>
      {all
        .filter(({ group }) => !group)
        .map((destination) => (
          <Entry key={destination.to} destination={destination} {...props} />
        ))}
      {groups.map((group) => {
        const entries = all.filter((entry) => entry.group === group.name);
        return entries.length > 0 && <NavGroup key={group.name} group={group} entries={entries} {...props} />;
      })}
    </>
  );
}

interface NavGroupProps extends NavGroupsProps {
  group: Group;
  entries: readonly Destination[];
}

function NavGroup({ group, entries, ...props }: NavGroupProps) {
  const id = useId();
  const folded = useRail((state) => state.groups[group.name]) ?? group.folded;
  const here = useLocation({ select: ({ pathname }) => pathname });
  // Folded it still shows where one is.
  const shown = folded ? entries.filter(({ to }) => isWithin(here, to)) : entries;
  return (
    <div role="group" aria-label={group.label} className="flex flex-col gap-0.5">
      {props.icons ? (
        <IconsHead group={group} entries={folded ? entries : []} />
      ) : (
        <button
          type="button"
          aria-expanded={!folded}
          aria-controls={id}
          onClick={() => setGroupFolded(group.name, !folded)}
          className="touch-tall mt-2 flex h-8 items-center justify-between gap-2 rounded-lg px-2.5 text-xs font-medium text-muted hover:bg-hover hover:text-ink"
        >
          {group.label}
          <ChevronDown
            aria-hidden
            className={cx('size-3.5 shrink-0 transition-transform', folded && '-rotate-90 rtl:rotate-90')}
          />
        </button>
      )}
      <div id={id} className="flex flex-col gap-0.5">
        {shown.map((destination) => (
          <Entry key={destination.to} destination={destination} {...props} />
        ))}
      </div>
    </div>
  );
}

function Entry({ destination, icons, ...props }: NavGroupsProps & { destination: Destination }) {
  return <NavLink destination={destination} folded={icons} {...props} />;
}

/** Above a group's icons: a line, or, where the group is folded, one icon with its pages. */
function IconsHead({ group: { label, icon }, entries }: Pick<NavGroupProps, 'group' | 'entries'>) {
  if (entries.length === 0) return <hr className="mx-2 my-1.5 border-line" />;
  return (
    <Menu side="right" align="start" trigger={<IconButton icon={icon} label={label} className="mx-0.5 text-muted" />}>
      <MenuLabel>{label}</MenuLabel>
      {entries.map(({ to, label: name, icon: Icon }) => (
        <MenuItem key={to} asChild>
          <Link to={to}>
            <Icon aria-hidden />
            {name}
          </Link>
        </MenuItem>
      ))}
    </Menu>
  );
}

const isWithin = (here: string, to: string): boolean => here === to || (to !== paths.home && here.startsWith(`${to}/`));
