import type { LetterOfCreditDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { Money } from '@/shared/ui/Values';
import { type CreditStep, useCreditStep, useDeleteCredit } from '../steps';
import { StepDialog } from './StepDialog';

interface CreditDialogProps {
  credit: LetterOfCreditDto;
  onClose: () => void;
}

const questions: Record<CreditStep, { title: (lc: string) => string; label: string; meaning: string; done: string }> = {
  issued: {
    title: (lc) => `Mark ${lc} as issued?`,
    label: 'Mark as issued',
    meaning: 'The buyer’s bank has issued it. A manager reads its terms next.',
    done: 'marked as issued',
  },
  confirmed: {
    title: (lc) => `Confirm ${lc}?`,
    label: 'Confirm LC',
    meaning: 'Its terms were read and can be kept. From now on only a manager or an admin changes it.',
    done: 'confirmed',
  },
  expired: {
    title: (lc) => `Mark ${lc} as expired?`,
    label: 'Mark as expired',
    meaning: 'It covers the order no longer and stays on record as it is. This cannot be taken back.',
    done: 'marked as expired',
  },
};

export function CreditStepDialog({ credit, to, onClose }: CreditDialogProps & { to: CreditStep }) {
  const { mutateAsync, error } = useCreditStep(credit);
  const { lcNumber, orderNumber, customerName, amount, currency } = credit;
  const { title, label, meaning, done } = questions[to];
  const step = async () => {
    await mutateAsync(to);
    notify.success(`LC ${lcNumber} is ${done}.`);
  };
  return (
    <StepDialog
      title={title(`LC ${lcNumber}`)}
      confirmLabel={label}
      danger={to === 'expired'}
      error={error}
      onConfirm={step}
      onClose={onClose}
    >
      <p className="text-base font-semibold text-ink">
        <Money amount={amount} currency={currency} />
      </p>
      <p className="mt-1">
        For {orderNumber}, {customerName}. {meaning}
      </p>
    </StepDialog>
  );
}

/** @param onDeleted it is in the trash now */
export function DeleteCreditDialog({ credit, onDeleted, onClose }: CreditDialogProps & { onDeleted: () => void }) {
  const { mutateAsync, error } = useDeleteCredit(credit);
  const remove = async () => {
    await mutateAsync();
    notify.success(`LC ${credit.lcNumber} is in the trash.`);
    onDeleted();
  };
  return (
    <StepDialog
      title={`Delete LC ${credit.lcNumber}?`}
      confirmLabel="Delete LC"
      danger
      error={error}
      onConfirm={remove}
      onClose={onClose}
    >
      It goes to the trash for 30 days, with its document. What happened to it stays in the order’s activity.
    </StepDialog>
  );
}
