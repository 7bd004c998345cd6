import { useQuery } from '@tanstack/react-query';
import { Milestone, Plus } from 'lucide-react';
import type { TemplateDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { SettingCard, SettingsCards } from '@/shared/list/SettingsCards';
import { holderNames } from '@/shared/plan/holders';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { EmptyState } from '@/shared/ui/States';
import { tnaTemplates, useDeleteTemplate } from '../api';
import { TemplateDrawer } from '../components/TemplateDrawer';

/** From which steps, times and waits a line's plan is laid, by its kind of order. */
export default function TnaTemplatesPage() {
  const { mutateAsync: remove } = useDeleteTemplate();
  return (
    <SettingsCards
      title="T&A templates"
      description="Plans are laid from these, back from the ETD. Of those that fit a line the most particular is taken: by buyer, then fabric, then type of order."
      what="the templates"
      query={useQuery(tnaTemplates())}
      addButton={(onAdd) => (
        <Button variant="primary" icon={Plus} onClick={onAdd}>
          New template
        </Button>
      )}
      empty={(add) => (
        <EmptyState icon={Milestone} title="No templates yet" actions={add}>
          Without a template no plan can be laid.
        </EmptyState>
      )}
      card={(template, ask) => <TemplateCard template={template} {...ask} />}
      form={(template, onClose) => <TemplateDrawer template={template} onClose={onClose} />}
      deletion={({ name }) => ({
        title: `Delete the template ${name}?`,
        confirmLabel: 'Delete template',
        done: `The template ${name} is deleted.`,
        children: 'Lines keep the plan they have; new plans are laid from another template.',
      })}
      onDelete={remove}
    />
  );
}

interface TemplateCardProps {
  template: TemplateDto;
  onEdit: () => void;
  onDelete: () => void;
}

function TemplateCard({ template, onEdit, onDelete }: TemplateCardProps) {
  const { name, orderType, buyers, words, steps } = template;
  const kinds = [...buyers, ...words].join(', ');
  return (
    <SettingCard
      heading={
        <>
          {name}
          {orderType && <Badge tone="accent">{orderType === 'local' ? 'Local orders' : 'Foreign orders'}</Badge>}
        </>
      }
      sub={`${plural(steps.length, 'step')}${kinds && ` · ${kinds}`}`}
      editLabel={`Edit the template ${name}`}
      deleteLabel={`Delete the template ${name}`}
      onEdit={onEdit}
      onDelete={onDelete}
    >
      <ol className="mt-3 flex flex-wrap gap-1.5" aria-label={`Steps of ${name}`}>
        {steps.map(({ key, label, days, holder }) => (
          <li key={key}>
            <Badge title={`${holderNames[holder]}, ${plural(days, 'working day')}`}>
              {label} <span className="font-normal">{days} d</span>
            </Badge>
          </li>
        ))}
      </ol>
    </SettingCard>
  );
}
