import { chord, setSingleKeys, useSingleKeys } from '@/shared/lib/keys';
import { useActor } from '@/shared/session';
import { Switch } from '@/shared/ui/Checkbox';
import { Dialog } from '@/shared/ui/Dialog';
import { setKeySheetOpen, useKeySheet } from './key-sheet-state';
import { destinationsFor } from './navigation';

export default function KeySheet() {
  const open = useKeySheet((state) => state.open);
  const on = useSingleKeys((state) => state.on);
  const { role } = useActor();
  const rows = [
    { keys: [chord('K')], does: 'Search, go and do: the palette' },
    { keys: ['/'], does: 'The same' },
    { keys: ['N'], does: 'New order' },
    { keys: ['E'], does: 'Enter output, in Production' },
    { keys: ['C'], does: 'Write a comment, in an order' },
    { keys: ['U'], does: 'Add files, in the files of an order' },
    { keys: ['A'], does: 'Approve, on a gate' },
    { keys: ['R'], does: 'Reject, on a gate' },
    { keys: ['T'], does: 'Sent today, on a gate; happened today, on a step of the grid' },
    { keys: ['Del'], does: 'Clear, on a gate' },
    { keys: ['M'], does: 'Move, on a card of the approvals' },
    { keys: ['S'], does: 'Share, on a card of the approvals' },
    { keys: ['Space'], does: 'Compare the rounds, on a card of the approvals' },
    { keys: ['J'], does: 'Next row of a list' },
    { keys: ['K'], does: 'Row before it' },
    { keys: ['Space'], does: 'Look at an order beside the list; J and K go on, Enter opens it' },
    { keys: ['V'], does: 'Views of the order list' },
    { keys: ['X'], does: 'Tick the row of a list' },
    { keys: ['F'], does: 'Filter a list' },
    { keys: ['E'], does: 'Mark as read, in the inbox' },
    { keys: ['S'], does: 'Snooze an alert until tomorrow' },
    { keys: ['M'], does: 'Mute the rule of an alert' },
    { keys: ['Ctrl', 'Z'], does: 'Undo your last change on the page' },
    { keys: ['?'], does: 'This sheet' },
    { keys: ['Esc'], does: 'Close, or leave a field' },
    ...destinationsFor(role).flatMap(({ key, label }) =>
      key ? [{ keys: ['G', key.toUpperCase()], does: label }] : [],
    ),
  ];
  return (
    <Dialog
      open={open}
      onOpenChange={setKeySheetOpen}
      title="Keys"
      description="They work wherever you are not typing."
    >
      <dl className="grid gap-x-8 sm:grid-cols-2">
        {rows.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-3 border-b border-line py-2 text-sm">
            <dt className="order-2 flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="grid h-6 min-w-6 place-items-center rounded-md border border-line bg-sunken px-1.5 font-sans text-xs font-medium"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5">
        <Switch
          label="Single keys"
          hint="Switch them off if you dictate, or press keys by accident."
          checked={on}
          onChange={setSingleKeys}
        />
      </div>
    </Dialog>
  );
}
