import { Command } from 'cmdk';
import { ArrowLeft, Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { plural } from '@/shared/lib/format';
import { cx } from '@/shared/lib/cx';
import { Button } from '@/shared/ui/Button';
import { veil } from '@/shared/ui/Dialog';
import { DialogContent } from '@/shared/ui/DialogContent';
import { IconButton } from '@/shared/ui/IconButton';
import { Refusal } from '@/shared/ui/Refusal';
import { kinds } from '../kinds';
import { setPaletteOpen, usePalette } from '../palette-state';
import { Keys } from './Keys';
import { PaletteItem } from './PaletteItem';
import { useFound } from './useFound';
import { few, type Offer, type Step, usePaletteChoices } from './usePaletteChoices';

export interface PaletteProps {
  /** Every page that the person may open. */
  pages: readonly Offer[];
  /** What they may do from anywhere. */
  deeds: readonly Offer[];
}

/** Search, go and do, from the keyboard or the thumb. */
export default function Palette(props: PaletteProps) {
  const open = usePalette((state) => state.open);
  return (
    <Dialog.Root open={open} onOpenChange={setPaletteOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className={veil} />
        <DialogContent
          aria-describedby={undefined}
          className={cx(
            'fixed inset-0 z-50 flex animate-rise flex-col bg-surface focus:outline-none',
            'sm:inset-x-0 sm:bottom-auto sm:top-[12dvh] sm:mx-auto sm:max-h-[70dvh] sm:w-[calc(100%-2rem)] sm:max-w-2xl sm:rounded-2xl sm:border sm:border-line sm:shadow-lg',
          )}
        >
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <PaletteBody {...props} />
        </DialogContent>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Lives as long as the palette is open: each time it begins afresh. */
function PaletteBody({ pages, deeds }: PaletteProps) {
  const [typed, setTyped] = useState(() => usePalette.getState().early);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [chosen, setChosen] = useState('');
  const [waiting, setWaiting] = useState(false);
  const step = steps.at(-1);
  const inOrder = step?.at === 'order';
  const found = useFound(inOrder ? '' : typed, step ? 20 : few);
  const close = () => setPaletteOpen(false);
  const groups = usePaletteChoices({
    typed,
    groups: found.groups,
    step,
    pages,
    deeds,
    onStep: (next) => {
      if (next.at === 'order') setTyped('');
      setSteps([...steps, next]);
    },
    onDone: close,
  }).filter(({ choices }) => choices.length > 0);
  const choices = groups.flatMap((group) => group.choices);
  const current = choices.find(({ id }) => id === chosen) ?? choices[0];

  useEffect(() => {
    usePalette.setState({ ready: true, early: '' });
    return () => usePalette.setState({ ready: false });
  }, []);

  // Enter was quicker than the answer: what it finds first is opened when it is here.
  const openFirst = useEffectEvent(() => choices[0]?.run());
  const answered = found.fresh || found.error !== null;
  useEffect(() => {
    if (waiting && answered) openFirst();
  }, [waiting, answered]);

  const back = () => {
    setSteps(steps.slice(0, -1));
    setChosen('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { key, target } = event;
    const atEnd = target instanceof HTMLInputElement && target.selectionStart === target.value.length;
    if (key === 'Backspace' && !typed && step) {
      event.preventDefault();
      back();
    } else if (key === 'ArrowRight' && atEnd && answered && current?.enter) {
      event.preventDefault();
      current.enter();
    } else if (key === 'Enter' && !event.nativeEvent.isComposing && !answered && !current?.id.startsWith('offer/')) {
      event.preventDefault();
      setWaiting(true);
    }
  };
  const hits = found.groups.reduce((sum, group) => sum + group.hits.length, 0);
  /** What is shown answers what was typed before. */
  const stale = !answered && hits > 0;
  const nothing = typed.trim() !== '' && answered && !found.error && choices.length === 0;

  return (
    <Command
      label={inOrder ? `What to open of ${step.number}` : 'Search everything'}
      shouldFilter={false}
      loop
      value={current?.id ?? ''}
      onValueChange={setChosen}
      onKeyDown={onKeyDown}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex items-center gap-2 border-b border-line px-3 py-2 sm:px-4">
        {step ? (
          <IconButton icon={ArrowLeft} label="Back" size="sm" withoutTooltip onClick={back} />
        ) : (
          <Search aria-hidden className="mx-1.5 size-4.5 shrink-0 text-muted" />
        )}
        {step && (
          <span className="max-w-40 shrink-0 truncate rounded-md bg-accent-tint px-2 py-0.5 text-[0.8125rem] font-medium text-accent-text">
            {step.at === 'order' ? step.number : kinds[step.kind].label}
          </span>
        )}
        <Command.Input
          value={typed}
          onValueChange={(text) => {
            setTyped(text.slice(0, 200));
            setChosen('');
            setWaiting(false);
          }}
          autoFocus
          placeholder={inOrder ? 'What to open of it' : 'PO, buyer, colour, AWB, LC, file…'}
          className="h-10 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-muted sm:text-[0.9375rem]"
        />
        <Button variant="quiet" size="sm" onClick={close}>
          Close
        </Button>
      </div>
      <p role="status" className="sr-only">
        {!answered ? '' : typed.trim() && !inOrder ? `${plural(hits, 'result')}` : ''}
      </p>
      <Command.List
        label="What to open or do"
        aria-busy={stale || undefined}
        className={cx('min-h-0 flex-1 overflow-y-auto overscroll-contain p-2', stale && 'opacity-70')}
      >
        {groups.map(({ heading, choices: ofGroup }) => (
          <Command.Group
            key={heading}
            heading={heading}
            className="pb-1 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted"
          >
            {ofGroup.map((choice) => (
              <PaletteItem key={choice.id} choice={choice} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      {nothing && (
        <p className="px-6 pb-10 pt-4 text-center text-sm text-muted">
          Nothing on your orders matches “{typed.trim()}”. Part of a number, a colour, a buyer or a courier will do.
        </p>
      )}
      {found.error && (
        <div className="space-y-3 px-4 pb-6">
          <Refusal error={found.error} />
          <Button size="sm" onClick={found.retry}>
            Search again
          </Button>
        </div>
      )}
      <footer
        aria-hidden
        className="hidden items-center gap-4 border-t border-line px-4 py-2 text-xs text-muted pointer-fine:sm:flex"
      >
        <Hint keys={['↑', '↓']}>move</Hint>
        <Hint keys={['↵']}>open</Hint>
        {current?.enter && <Hint keys={['→']}>parts of the order</Hint>}
        {step && <Hint keys={['⌫']}>back</Hint>}
        <Hint keys={['Esc']}>close</Hint>
      </footer>
    </Command>
  );
}

function Hint({ keys, children }: { keys: readonly string[]; children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <Keys of={keys} />
      {children}
    </span>
  );
}
