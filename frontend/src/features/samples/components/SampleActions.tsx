import { Link } from '@tanstack/react-router';
import {
  CircleCheck,
  CircleX,
  Ellipsis,
  type LucideIcon,
  PackageCheck,
  Pencil,
  RefreshCw,
  Send,
  Trash2,
  Undo2,
} from 'lucide-react';
import type { SampleDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { Button, type ButtonProps } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { sampleInSentence } from '../vocabulary';
import { NewRoundButton } from './NewRoundButton';
import type { SampleAction } from './SampleQuestions';

interface SampleActionsProps {
  sample: SampleDto;
  /** No later round was made, so that a refused one may be sent again. */
  latest: boolean;
  onAsk: (action: SampleAction) => void;
  size?: ButtonProps['size'];
  /** Where it is the page's subject, its main action stands out. */
  prominent?: boolean;
  /** In a row of a list: only what brings it on. */
  brief?: boolean;
}

interface Step {
  action: SampleAction;
  label: string;
  icon: LucideIcon;
}

const receive: Step = { action: 'receive', label: 'Received', icon: PackageCheck };
const send: Step = { action: 'send', label: 'Send', icon: Send };
const sendAgain: Step = { action: 'sendAgain', label: 'Send again', icon: RefreshCw };
const approve: Step = { action: 'approve', label: 'Approve', icon: CircleCheck };
const reject: Step = { action: 'reject', label: 'Reject', icon: CircleX };

/** Where it may go from here, as buttons: only what its status and the person's role allow. */
export function SampleSteps(props: SampleActionsProps) {
  const { sample, latest, onAsk, size = 'sm', prominent = false, brief = false } = props;
  const may = useCan();
  const goes = (status: SampleDto['status']) => sample.nextStatuses.includes(status);
  const again = sample.status === 'rejected' && latest && may('sample.write');
  const steps = [
    ...(goes('submitted') && may('sample.write') ? [send] : []),
    ...(sample.status === 'submitted' && !sample.receivedOn && !brief && may('sample.write') ? [receive] : []),
    ...(goes('rejected') && may('sample.decide') ? [reject] : []),
    ...(goes('approved') && may('sample.decide') ? [approve] : []),
    ...(again && !brief ? [sendAgain] : []),
  ];
  return (
    <>
      {steps.map(({ action, label, icon }) => (
        <Button
          key={action}
          size={size}
          icon={icon}
          variant={prominent && (action === 'send' || action === 'approve') ? 'primary' : 'secondary'}
          onClick={() => onAsk(action)}
        >
          {label} <span className="sr-only">{sampleInSentence(sample)}</span>
        </Button>
      ))}
      {again && <NewRoundButton sample={sample} size={size} prominent={prominent} />}
    </>
  );
}

/** What else can be done with it. */
export function SampleMenu({
  sample,
  onAsk,
  size = 'sm',
}: Pick<SampleActionsProps, 'sample' | 'onAsk'> & { size?: 'sm' | 'md' }) {
  const may = useCan();
  if (!may('sample.write')) return null;
  return (
    <Menu
      trigger={
        <IconButton
          icon={Ellipsis}
          size={size}
          variant={size === 'md' ? 'secondary' : 'quiet'}
          label={`More about ${sampleInSentence(sample)}`}
          withoutTooltip
        />
      }
    >
      <MenuItem icon={Pencil} onSelect={() => onAsk('edit')}>
        Edit
      </MenuItem>
      {sample.status === 'submitted' && !sample.receivedOn && <NotSent sample={sample} onAsk={onAsk} />}
      {!sample.decidedOn && <MenuSeparator />}
      {!sample.decidedOn && (
        <MenuItem icon={Trash2} danger onSelect={() => onAsk('delete')}>
          Delete…
        </MenuItem>
      )}
    </Menu>
  );
}

/** What lies in a parcel is taken out of it there. */
function NotSent({ sample: { parcelId }, onAsk }: Pick<SampleActionsProps, 'sample' | 'onAsk'>) {
  if (parcelId)
    return (
      <MenuItem asChild>
        <Link to={paths.parcel(parcelId)}>
          <Undo2 aria-hidden />
          Not sent: out of its parcel
        </Link>
      </MenuItem>
    );
  return (
    <MenuItem icon={Undo2} onSelect={() => onAsk('notSent')}>
      Not sent…
    </MenuItem>
  );
}
