import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { LetterOfCreditDto } from '@/shared/api/generated';
import { Badge } from '@/shared/ui/Badge';
import { verdictWords } from '../vocabulary';

/** What was found when the LC was last held against orders and PIs. */
export function CheckBadge({ check }: Pick<LetterOfCreditDto, 'check'>) {
  if (!check) return <Badge icon={CircleDashed}>Not checked yet</Badge>;
  const { verdict, discrepancies, risks } = check;
  if (verdict === 'amend_needed')
    return (
      <Badge tone="bad" icon={CircleX}>
        {verdictWords.amend_needed}: {discrepancies}
      </Badge>
    );
  if (verdict === 'not_read') return <Badge icon={CircleDashed}>{verdictWords.not_read}</Badge>;
  return (
    <Badge tone="good" icon={CircleCheck}>
      {verdictWords.clean}
      {risks > 0 && `, ${risks} to watch`}
    </Badge>
  );
}
