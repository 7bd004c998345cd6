import type { LineDto } from '@/shared/api/generated';
import { useOverride } from '@/shared/gates/override';
import { notify } from '@/shared/lib/notify';
import { statusLabel } from '@/shared/ui/Badge';
import { useSetLineStatus } from '../api';
import { useAgreement } from '../revision/use-agreement';
import { StatusMenu } from './StatusMenu';

/** Offers the steps that the server will take, and no other. Back from confirmed it asks for the reason. */
export function LineStatusMenu({ line, className }: { line: LineDto; className?: string }) {
  const { attempt, question } = useOverride();
  const agreement = useAgreement(line.label, line.orderId);
  const { mutate, isPending, variables } = useSetLineStatus(line, attempt, agreement.attempt);
  return (
    <>
      <StatusMenu
        of={line.label}
        heading="Move this line to"
        status={isPending ? variables : line.status}
        next={line.nextStatuses}
        busy={isPending}
        onChoose={(status) =>
          mutate(status, {
            onSuccess: (moved) => notify.success(`${line.label} is ${statusLabel(moved.status).toLowerCase()}.`),
          })
        }
        className={className}
      />
      {line.shortClosedOn && (
        <span className="block text-[0.8125rem] text-muted" title={line.shortCloseReason ?? undefined}>
          Closed short
        </span>
      )}
      {question}
      {agreement.question}
    </>
  );
}
