import { useNavigate } from '@tanstack/react-router';
import { ArrowRight, Clock, CornerDownRight, List, type LucideIcon } from 'lucide-react';
import type { SearchGroupDto } from '@/shared/api/generated';
import { sentenceCase } from '@/shared/lib/format';
import { orderTabNames } from '@/shared/lib/order';
import { paths } from '@/shared/lib/paths';
import { remember, useRecents } from '@/shared/lib/recents';
import { useActor } from '@/shared/session';
import { type Address, type Kind, kinds } from '../kinds';
import { MarkedText } from './MarkedText';
import type { Choice, ChoiceGroup } from './PaletteItem';

/** A page or a deed that the frame offers: its address, or what it does. */
export interface Offer {
  label: string;
  icon: LucideIcon;
  keys?: readonly string[];
  to?: string;
  run?: () => void;
}

/** Where the palette stands: at everything, at all of one kind, or at the parts of one order. */
export type Step = { at: 'kind'; kind: Kind } | { at: 'order'; id: string; number: string };

interface Asked {
  typed: string;
  groups: readonly SearchGroupDto[];
  step: Step | undefined;
  pages: readonly Offer[];
  deeds: readonly Offer[];
  onStep: (step: Step) => void;
  onDone: () => void;
}

/** How many of a kind stand together before the rest is one step further. */
export const few = 5;

export function usePaletteChoices({ typed, groups, step, pages, deeds, onStep, onDone }: Asked): ChoiceGroup[] {
  const navigate = useNavigate();
  const recents = useRecents(useActor().id);
  const text = typed.trim();

  const go = ({ to, search }: Address) => {
    onDone();
    void navigate({ to, search: (search ?? {}) as never });
  };
  const offered = ({ label, icon, keys, to, run }: Offer): Choice => ({
    id: `offer/${label}`,
    icon,
    title: label,
    keys,
    run: () => {
      if (to) return go({ to });
      onDone();
      run?.();
    },
  });
  const matching = (offers: readonly Offer[]) => offers.filter(({ label }) => startsAWord(label, text));

  const found = ({ kind, hits }: SearchGroupDto): ChoiceGroup => {
    const { label, icon, address } = kinds[kind];
    const choices = hits.map((hit): Choice => {
      const ownNumber = hit.title.text === hit.orderNumber;
      return {
        id: `${kind}/${hit.id}`,
        icon,
        title: <MarkedText of={hit.title} />,
        detail: hit.detail.text && <MarkedText of={hit.detail} />,
        note:
          hit.match === 'near'
            ? `close to it${ownNumber ? '' : ` · ${hit.orderNumber}`}`
            : !ownNumber && hit.orderNumber,
        run: () => {
          const { to, search } = address(hit);
          if (!search) remember({ to, title: hit.title.text, detail: ownNumber ? hit.customerName : hit.orderNumber });
          go({ to, search });
        },
        enter: () => onStep({ at: 'order', id: hit.orderId, number: hit.orderNumber }),
      };
    });
    const more: Choice[] =
      hits.length < few || step
        ? []
        : [
            {
              id: `more/${kind}`,
              icon: ArrowRight,
              title: `More ${label.toLowerCase()}…`,
              run: () => onStep({ at: 'kind', kind }),
            },
          ];
    return { heading: label, choices: [...choices, ...more] };
  };

  if (step?.at === 'order') {
    const parts = orderTabNames.map((tab): Offer => {
      const open = () => go({ to: paths.order(step.id), search: { tab } });
      return { label: sentenceCase(tab), icon: CornerDownRight, run: open };
    });
    const edit: Offer = { label: 'Edit the order', icon: CornerDownRight, to: paths.editOrder(step.id) };
    return [{ heading: step.number, choices: matching([...parts, edit]).map(offered) }];
  }
  if (step) return groups.filter(({ kind }) => kind === step.kind).map(found);
  if (!text) {
    const lately = recents.map(({ to, title, detail }): Choice => ({
      id: `recent/${to}`,
      icon: Clock,
      title,
      note: detail,
      run: () => go({ to }),
    }));
    return [
      { heading: 'Opened lately', choices: lately.slice(0, few) },
      { heading: 'Do', choices: deeds.map(offered) },
      { heading: 'Go to', choices: pages.map(offered) },
    ];
  }
  const inList: Choice = {
    id: 'orders',
    icon: List,
    title: `Orders with “${text}”, as a list`,
    run: () => go({ to: paths.orders, search: { search: text } }),
  };
  return [
    { heading: 'Do', choices: matching(deeds).map(offered) },
    { heading: 'Go to', choices: matching(pages).map(offered) },
    ...groups.map(found),
    { heading: 'Lists', choices: groups.some(({ kind }) => kind === 'order') ? [inList] : [] },
  ];
}

/** `out` finds "Enter output", `nter` does not. */
function startsAWord(label: string, text: string): boolean {
  return ` ${label.toLowerCase()}`.includes(` ${text.toLowerCase()}`);
}
