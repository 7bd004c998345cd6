import { useQuery } from '@tanstack/react-query';
import { Milestone, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TemplateDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { holderNames } from '@/shared/plan/holders';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { IconButton } from '@/shared/ui/IconButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState, ErrorState, TableSkeleton } from '@/shared/ui/States';
import { tnaTemplates, useDeleteTemplate } from '../api';
import { TemplateDrawer } from '../components/TemplateDrawer';

type Asking = { what: 'add' } | { what: 'edit' | 'delete'; template: TemplateDto };

/** From which steps, times and waits a line's plan is laid, by its kind of order. */
export default function TnaTemplatesPage() {
  const { data, error, isPending, refetch } = useQuery(tnaTemplates());
  const { mutateAsync: remove } = useDeleteTemplate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const add = (
    <Button variant="primary" icon={Plus} onClick={() => setAsking({ what: 'add' })}>
      New template
    </Button>
  );
  return (
    <>
      <PageHeader
        title="T&A templates"
        description="Plans are laid from these, back from the ETD. Of those that fit a line the most particular is taken: by buyer, then fabric, then type of order."
        actions={add}
      />
      {isPending && (
        <Card flush>
          <TableSkeleton what="the templates" columns={3} />
        </Card>
      )}
      {!data && error && (
        <Card flush>
          <ErrorState title="The templates could not be loaded" error={error} onRetry={() => void refetch()} />
        </Card>
      )}
      {data?.length === 0 && (
        <Card flush>
          <EmptyState icon={Milestone} title="No templates yet" actions={add}>
            Without a template no plan can be laid.
          </EmptyState>
        </Card>
      )}
      <ul className="grid gap-4" aria-label="T&A templates">
        {data?.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} onAsk={(what) => setAsking({ what, template })} />
          </li>
        ))}
      </ul>
      {asking?.what === 'add' && <TemplateDrawer onClose={close} />}
      {asking?.what === 'edit' && <TemplateDrawer template={asking.template} onClose={close} />}
      {asking?.what === 'delete' && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && close()}
          title={`Delete the template ${asking.template.name}?`}
          confirmLabel="Delete template"
          danger
          onConfirm={async () => {
            await remove(asking.template);
            notify.success(`The template ${asking.template.name} is deleted.`);
          }}
        >
          Lines keep the plan they have; new plans are laid from another template.
        </ConfirmDialog>
      )}
    </>
  );
}

function TemplateCard({ template, onAsk }: { template: TemplateDto; onAsk: (what: 'edit' | 'delete') => void }) {
  const { name, orderType, buyers, words, steps } = template;
  const kinds = [...buyers, ...words].join(', ');
  return (
    <Card>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 text-[0.9375rem] font-semibold">
            {name}
            {orderType && <Badge tone="accent">{orderType === 'local' ? 'Local orders' : 'Foreign orders'}</Badge>}
          </h2>
          <p className="mt-1 break-words text-[0.8125rem] text-muted">
            {plural(steps.length, 'step')}
            {kinds && ` · ${kinds}`}
          </p>
        </div>
        <span className="flex shrink-0">
          <IconButton icon={Pencil} size="sm" label={`Edit the template ${name}`} onClick={() => onAsk('edit')} />
          <IconButton icon={Trash2} size="sm" label={`Delete the template ${name}`} onClick={() => onAsk('delete')} />
        </span>
      </div>
      <ol className="mt-3 flex flex-wrap gap-1.5" aria-label={`Steps of ${name}`}>
        {steps.map(({ key, label, days, holder }) => (
          <li key={key}>
            <Badge title={`${holderNames[holder]}, ${plural(days, 'working day')}`}>
              {label} <span className="font-normal">{days} d</span>
            </Badge>
          </li>
        ))}
      </ol>
    </Card>
  );
}
