import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { audiences, severities } from '@/shared/alerts/vocabulary';
import type { AlertRuleDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Switch } from '@/shared/ui/Checkbox';
import { IconButton } from '@/shared/ui/IconButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ErrorState, TableSkeleton } from '@/shared/ui/States';
import { alertRules, useChangeRule } from '../api';
import { DigestCard } from '../components/DigestCard';
import { RuleDrawer } from '../components/RuleDrawer';
import { described, thresholdWords } from '../vocabulary';

/** What the house is warned of, how early, how loudly, and who hears of it. */
export default function AlertRulesPage() {
  const { data, error, isPending, refetch } = useQuery(alertRules);
  const [edited, setEdited] = useState<AlertRuleDto | null>(null);
  return (
    <>
      <PageHeader
        title="Rules of alerts"
        crumbs={[{ label: 'Alerts', to: paths.alerts }]}
        description="What the house is warned of, how early, and who hears of it."
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Card flush>
          {isPending ? (
            <TableSkeleton what="the rules" columns={3} />
          ) : !data ? (
            <ErrorState title="The rules could not be loaded" error={error} onRetry={() => void refetch()} />
          ) : (
            <ul aria-label="Rules" className="divide-y divide-line">
              {data.map((rule) => (
                <RuleRow key={rule.id} rule={rule} onEdit={() => setEdited(rule)} />
              ))}
            </ul>
          )}
        </Card>
        <DigestCard />
      </div>
      {edited && <RuleDrawer rule={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function RuleRow({ rule, onEdit }: { rule: AlertRuleDto; onEdit: () => void }) {
  const { label, isOn, threshold, unit, severity, audience } = rule;
  const { mutate, isPending } = useChangeRule({ ownErrors: false });
  return (
    <li className="flex items-start gap-3 px-4 py-3.5 sm:px-5">
      <div className="min-w-0 flex-1 [&_label]:text-[0.9375rem] [&_label]:font-semibold">
        <Switch
          label={label}
          checked={isOn}
          disabled={isPending}
          onChange={(next) => mutate({ rule, body: { isOn: next } })}
        />
        <p className="mt-1 max-w-prose text-sm text-muted">{described(rule)}</p>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-[0.8125rem]">
          <Badge>{thresholdWords(threshold, unit)}</Badge>
          <Badge tone={severities[severity].tone}>{severities[severity].label}</Badge>
          <span>{audiences[audience]}</span>
        </p>
      </div>
      <IconButton icon={Pencil} label={`Edit “${label}”`} onClick={onEdit} />
    </li>
  );
}
