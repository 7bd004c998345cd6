import {
  CircleAlert,
  CircleCheck,
  Ellipsis,
  FileCheck,
  Lock,
  LockOpen,
  type LucideIcon,
  Pencil,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { toProblem } from '@/shared/api/errors';
import { closeLetterOfCredit, type LetterOfCreditDto, reopenLetterOfCredit } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { useMoneyNews } from '../api';
import { asRead, useCreditDeed } from '../credit/credits';
import type { CreditStep } from '../steps';
import { CreditStepDialog, DeleteCreditDialog } from './CreditDialogs';
import { EditCreditDrawer } from './EditCreditDrawer';

const steps: Record<CreditStep, { icon: LucideIcon; label: string }> = {
  issued: { icon: FileCheck, label: 'Mark as issued' },
  confirmed: { icon: CircleCheck, label: 'Confirm' },
  expired: { icon: CircleAlert, label: 'Mark as expired' },
};

interface CreditActionsProps {
  credit: LetterOfCreditDto;
  /** In a table: small, and with the number in the button's name. */
  inRow?: boolean;
  /** Where to go when it is deleted; a list stays where it is. */
  onDeleted?: () => void;
}

/** What may be done with an LC now: its usual next step as a button, the rest in a menu. */
export function CreditActions({ credit, inRow = false, onDeleted }: CreditActionsProps) {
  const may = useCan();
  const news = useMoneyNews();
  const [asking, setAsking] = useState<CreditStep | 'edit' | 'delete' | null>(null);
  const close = () => setAsking(null);
  const { lcNumber, nextStatuses } = credit;
  const allowed = nextStatuses.filter(
    (to): to is CreditStep =>
      to !== 'pending' && may(to === 'confirmed' ? 'letter_of_credit.confirm' : 'letter_of_credit.write'),
  );
  const next = allowed.find((to) => to !== 'expired');
  const mayExpire = allowed.includes('expired');
  const mayChange = mayBeChanged(credit, may);
  const mayClose = credit.status !== 'pending' && may('letter_of_credit.write');
  if (!mayChange && !mayClose && allowed.length === 0) return null;

  const deleted = () => {
    onDeleted?.();
    news.gone(credit.id);
  };

  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      {!inRow && mayChange && (
        <Button icon={Pencil} onClick={() => setAsking('edit')}>
          Edit
        </Button>
      )}
      {next && (
        <Button
          icon={steps[next].icon}
          size={inRow ? 'sm' : 'md'}
          variant={inRow ? 'secondary' : 'primary'}
          aria-label={inRow ? `${steps[next].label}, ${lcNumber}` : undefined}
          onClick={() => setAsking(next)}
        >
          {steps[next].label}
        </Button>
      )}
      <Menu
        trigger={
          <IconButton
            icon={Ellipsis}
            size={inRow ? 'sm' : 'md'}
            variant={inRow ? 'quiet' : 'secondary'}
            label={`More about ${lcNumber}`}
            withoutTooltip
          />
        }
      >
        {inRow && mayChange && (
          <MenuItem icon={Pencil} onSelect={() => setAsking('edit')}>
            Edit…
          </MenuItem>
        )}
        {mayExpire && (
          <MenuItem icon={steps.expired.icon} onSelect={() => setAsking('expired')}>
            {steps.expired.label}…
          </MenuItem>
        )}
        {mayClose && <CloseItem credit={credit} />}
        {mayChange && (inRow || mayExpire || mayClose) && <MenuSeparator />}
        {mayChange && (
          <MenuItem icon={Trash2} danger onSelect={() => setAsking('delete')}>
            Delete…
          </MenuItem>
        )}
      </Menu>
      {asking === 'edit' && <EditCreditDrawer credit={credit} onClose={close} />}
      {asking === 'delete' && <DeleteCreditDialog credit={credit} onClose={close} onDeleted={deleted} />}
      {asking && asking !== 'edit' && asking !== 'delete' && (
        <CreditStepDialog credit={credit} to={asking} onClose={close} />
      )}
    </span>
  );
}

/** An expired one stays as it is; a confirmed one is changed by those who may confirm. */
export function mayBeChanged({ status }: LetterOfCreditDto, may: (capability: string) => boolean): boolean {
  if (status === 'expired') return false;
  return may(status === 'confirmed' ? 'letter_of_credit.confirm' : 'letter_of_credit.write');
}

/** Nothing more is drawn on a closed one; it is opened again as easily, so nothing is asked. */
function CloseItem({ credit }: { credit: LetterOfCreditDto }) {
  const { mutateAsync } = useCreditDeed(credit, (close: boolean) =>
    close ? closeLetterOfCredit({ ...asRead(credit), body: {} }) : reopenLetterOfCredit(asRead(credit)),
  );
  const close = credit.closedOn === null;
  const act = async () => {
    try {
      await mutateAsync(close);
      notify.success(`LC ${credit.lcNumber} is ${close ? 'closed' : 'open again'}.`);
    } catch (error) {
      notify.error(`LC ${credit.lcNumber} could not be ${close ? 'closed' : 'opened again'}.`, toProblem(error).detail);
    }
  };
  return (
    <MenuItem icon={close ? Lock : LockOpen} onSelect={() => void act()}>
      {close ? 'Close' : 'Open again'}
    </MenuItem>
  );
}
