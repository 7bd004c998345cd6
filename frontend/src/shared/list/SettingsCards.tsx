import type { UseQueryResult } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { notify } from '../lib/notify';
import { Card } from '../ui/Card';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { IconButton } from '../ui/IconButton';
import { PageHeader } from '../ui/PageHeader';
import { ErrorState, TableSkeleton } from '../ui/States';

/** What a person wants of the house's settings of one kind. */
type Asking<Item> = { what: 'add' } | { what: 'edit' | 'delete'; item: Item };

interface SettingsCardsProps<Item extends { id: string }> {
  title: string;
  description: string;
  /** "the gate sets" */
  what: string;
  query: UseQueryResult<Item[]>;
  /** What the list is, for readers; the title unless told. */
  label?: string;
  /** Of the list: columns, where cards are small. */
  className?: string;
  /** The button that makes one. */
  addButton: (onAdd: () => void) => ReactNode;
  /** What stands here when there is none; with the button. */
  empty?: (addButton: ReactNode) => ReactNode;
  card: (item: Item, ask: { onEdit: () => void; onDelete: () => void }) => ReactNode;
  /** The form; without an item it makes one. */
  form: (item: Item | undefined, onClose: () => void) => ReactNode;
  /** Before one is deleted: what it is, and what that means. */
  deletion: (item: Item) => { title: string; confirmLabel: string; done: string; children: ReactNode };
  onDelete: (item: Item) => Promise<unknown>;
}

/** A page of the house's settings: a card each, made, changed and deleted by managers. */
export function SettingsCards<Item extends { id: string }>(props: SettingsCardsProps<Item>) {
  const { title, description, what, label = title, className = 'grid gap-4', query, card, form, onDelete } = props;
  const { data, error, isPending, refetch } = query;
  const [asking, setAsking] = useState<Asking<Item> | null>(null);
  const close = () => setAsking(null);
  const addButton = props.addButton(() => setAsking({ what: 'add' }));
  const doomed = asking?.what === 'delete' ? asking.item : null;
  return (
    <>
      <PageHeader title={title} description={description} actions={addButton} />
      {isPending && (
        <Card flush>
          <TableSkeleton what={what} columns={3} />
        </Card>
      )}
      {!data && error && (
        <Card flush>
          <ErrorState title={`T${what.slice(1)} could not be loaded`} error={error} onRetry={() => void refetch()} />
        </Card>
      )}
      {data?.length === 0 && props.empty && <Card flush>{props.empty(addButton)}</Card>}
      <ul className={className} aria-label={label}>
        {data?.map((item) => (
          <li key={item.id}>
            {card(item, {
              onEdit: () => setAsking({ what: 'edit', item }),
              onDelete: () => setAsking({ what: 'delete', item }),
            })}
          </li>
        ))}
      </ul>
      {asking?.what === 'add' && form(undefined, close)}
      {asking?.what === 'edit' && form(asking.item, close)}
      {doomed && <Deletion {...props.deletion(doomed)} onDelete={() => onDelete(doomed)} onClose={close} />}
    </>
  );
}

interface DeletionProps {
  title: string;
  confirmLabel: string;
  done: string;
  children: ReactNode;
  onDelete: () => Promise<unknown>;
  onClose: () => void;
}

function Deletion({ done, onDelete, onClose, ...said }: DeletionProps) {
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      danger
      onConfirm={async () => {
        await onDelete();
        notify.success(done);
      }}
      {...said}
    />
  );
}

interface SettingCardProps {
  heading: ReactNode;
  /** Under the heading: what it is for. */
  sub?: ReactNode;
  /** Names of the two buttons. */
  editLabel: string;
  deleteLabel: string;
  onEdit: () => void;
  /** Left out where it cannot be deleted. */
  onDelete?: () => void;
  children: ReactNode;
}

export function SettingCard({ heading, sub, editLabel, deleteLabel, onEdit, onDelete, children }: SettingCardProps) {
  return (
    <Card className="h-full">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 break-words text-[0.9375rem] font-semibold">{heading}</h2>
          {sub && <p className="mt-1 break-words text-[0.8125rem] text-muted">{sub}</p>}
        </div>
        <span className="flex shrink-0">
          <IconButton icon={Pencil} size="sm" label={editLabel} onClick={onEdit} />
          {onDelete && <IconButton icon={Trash2} size="sm" label={deleteLabel} onClick={onDelete} />}
        </span>
      </div>
      {children}
    </Card>
  );
}
