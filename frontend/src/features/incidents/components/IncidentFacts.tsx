import type { IncidentDto } from '@/shared/api/generated';
import { daysBetween } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { partyNames } from '@/shared/plan/parties';
import { Badge, UrgencyChip } from '@/shared/ui/Badge';
import { Day } from '@/shared/ui/Values';
import { severityLooks, statusLooks } from '../vocabulary';

type Of<Field extends keyof IncidentDto> = { incident: Pick<IncidentDto, Field> };

export function SeverityBadge({ incident: { severity } }: Of<'severity'>) {
  const { label, tone } = severityLooks[severity];
  return <Badge tone={tone}>{label}</Badge>;
}

export function IncidentStatus({ incident: { status } }: Of<'status'>) {
  const { label, tone, icon } = statusLooks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {label}
    </Badge>
  );
}

/** Until when it is to be settled, while it is not. */
export function Target({ incident }: Of<'targetResolutionDate' | 'actualResolutionDate'>) {
  const { targetResolutionDate: target, actualResolutionDate: settled } = incident;
  if (settled) return <Day day={settled} />;
  return target ? <UrgencyChip days={daysBetween(today(), target)} of="To be settled" /> : null;
}

/** `Padma Textiles`, with what they are below; `Us` where they have no name. */
export function PartyName({
  of: { party, partyName },
}: {
  of: Pick<IncidentDto, 'partyName'> & { party: keyof typeof partyNames };
}) {
  return (
    <>
      {partyName ?? partyNames[party]}
      {partyName && <span className="block text-[0.8125rem] text-muted">{partyNames[party]}</span>}
    </>
  );
}
