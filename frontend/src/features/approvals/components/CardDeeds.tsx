import { Link, useNavigate } from '@tanstack/react-router';
import { BellRing, CopyPlus, Link2, type LucideIcon, Send } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import type { LineGateDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { copyText } from '@/shared/lib/clipboard';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { type SentRound, takesRound, useNewRound } from '../api';
import { hearerOf } from '../reminder';

export const deedLook =
  'touch-tall inline-flex min-h-6 min-w-6 items-center justify-center gap-1 rounded-md px-1 text-[0.8125rem] text-muted ' +
  'pointer-coarse:min-w-11 hover:bg-hover hover:text-ink disabled:opacity-55 [&_svg]:size-3.5 [&_svg]:shrink-0';

interface CardDeedsProps {
  gate: LineGateDto;
  round: SentRound | null;
  onRemind: () => void;
}

/** What brings a card on besides a decision: its next round, or a word to whoever holds it. */
export function CardDeeds({ gate, round, onRemind }: CardDeedsProps) {
  const may = useCan();
  const actor = useActor();
  const navigate = useNavigate();
  const newRound = useNewRound();
  const { name, lineLabel } = gate;
  const hearer = hearerOf(gate);
  const reminds = hearer !== null && !(gate.holder === 'us' && gate.merchandiser?.id === actor.id);
  const make = () =>
    newRound.mutate(
      { gate, round },
      {
        onSuccess: ({ id, version }) =>
          notify.success(`${name}, round ${version} of ${lineLabel} is added.`, {
            label: 'Open',
            run: () => void navigate({ to: paths.sample(id) }),
          }),
      },
    );
  return (
    <>
      {reminds && (
        <Deed
          icon={BellRing}
          label="Remind"
          aria-label={`Remind ${hearer} of ${name} of ${lineLabel}`}
          onClick={onRemind}
        />
      )}
      {may('sample.write') && takesRound(gate, round) && (
        <Deed
          icon={CopyPlus}
          label="New round"
          aria-label={`New round of ${name} of ${lineLabel}`}
          disabled={newRound.isPending}
          onClick={make}
        />
      )}
      {round?.status === 'pending' && (
        <Link
          to={paths.sample(round.id)}
          draggable={false}
          aria-label={`Send round ${round.version} of ${name} of ${lineLabel}`}
          className={deedLook}
        >
          <Send aria-hidden />
          Send R{round.version}
        </Link>
      )}
    </>
  );
}

export function ShareButton({ gate }: { gate: LineGateDto }) {
  return (
    <Deed
      icon={Link2}
      title="Share: copy its link (S)"
      aria-label={`Share ${gate.name} of ${gate.lineLabel}: copy its link`}
      onClick={() => void shareCard(gate)}
    />
  );
}

/** A link that shows this card alone on the board. */
export async function shareCard({ id, name, lineLabel }: LineGateDto): Promise<void> {
  const link = new URL(`${paths.approvals}?card=${id}`, window.location.href).href;
  if (await copyText(link)) notify.success(`The link to ${name} of ${lineLabel} is copied.`);
  else notify.error('Your browser does not let us copy. This is the link:', link);
}

interface DeedProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: LucideIcon;
  /** Without one it is an icon alone. */
  label?: string;
}

function Deed({ icon: Icon, label, ...button }: DeedProps) {
  return (
    <button type="button" className={deedLook} {...button}>
      <Icon aria-hidden />
      {label}
    </button>
  );
}
