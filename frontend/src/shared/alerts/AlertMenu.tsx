import { BellOff, BellRing, Clock, MoreHorizontal } from 'lucide-react';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { useAlertDeeds } from './deeds';
import { type AlertRuleName, ruleNames } from './vocabulary';

const pauses = [
  { days: 1, label: 'Snooze until tomorrow' },
  { days: 3, label: 'Snooze for 3 days' },
  { days: 7, label: 'Snooze for a week' },
] as const;

interface AlertMenuProps {
  id: string;
  rule: AlertRuleName;
  title: string;
  snoozed?: boolean;
  /** After it was snoozed or muted. */
  onQuiet?: () => void;
}

/** What one wants to hear of an alert, and of its rule. */
export function AlertMenu({ id, rule, title, snoozed = false, onQuiet }: AlertMenuProps) {
  const deeds = useAlertDeeds();
  const quiet = (deed: Promise<void>) => void deed.then(onQuiet).catch(() => undefined); // the mutation has said why
  return (
    <Menu trigger={<IconButton icon={MoreHorizontal} label={`Snooze or mute: ${title}`} className="text-muted" />}>
      {snoozed ? (
        <MenuItem icon={BellRing} onSelect={() => deeds.wake(id)}>
          Hear of it again
        </MenuItem>
      ) : (
        pauses.map(({ days, label }) => (
          <MenuItem key={days} icon={Clock} onSelect={() => quiet(deeds.snooze(id, days))}>
            {label}
          </MenuItem>
        ))
      )}
      <MenuSeparator />
      <MenuItem icon={BellOff} onSelect={() => quiet(deeds.mute(rule))}>
        Mute “{ruleNames[rule]}”
      </MenuItem>
    </Menu>
  );
}
