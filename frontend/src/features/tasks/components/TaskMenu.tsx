import { Ban, MoreHorizontal, Pencil, Play, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { TaskDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { aboveRowLink } from '@/shared/ui/Table';
import { useMoveTask } from '@/shared/talk/tick';
import { useDeleteTask } from '../api';
import { EditTaskDrawer } from './TaskDrawers';

/** What may be done with a task besides ticking it off. */
export function TaskMenu({ task }: { task: TaskDto }) {
  const { mutate } = useMoveTask();
  const remove = useDeleteTask();
  const [asking, setAsking] = useState<'edit' | 'delete' | null>(null);
  const close = () => setAsking(null);
  const { status, nextStatuses, editable, title } = task;
  const mayReopen = status !== 'completed' && nextStatuses.includes('pending');
  if (!editable && !nextStatuses.includes('in_progress')) return null;
  return (
    <>
      <Menu
        trigger={
          <IconButton
            icon={MoreHorizontal}
            size="sm"
            label={`More about the task ${title}`}
            className={`${aboveRowLink} text-muted`}
          />
        }
      >
        {editable && (
          <MenuItem icon={Pencil} onSelect={() => setAsking('edit')}>
            Change or hand on…
          </MenuItem>
        )}
        {nextStatuses.includes('in_progress') && (
          <MenuItem icon={Play} onSelect={() => mutate({ task, to: 'in_progress' })}>
            Mark as started
          </MenuItem>
        )}
        {nextStatuses.includes('cancelled') && (
          <MenuItem icon={Ban} onSelect={() => mutate({ task, to: 'cancelled' })}>
            Cancel it
          </MenuItem>
        )}
        {mayReopen && (
          <MenuItem icon={Undo2} onSelect={() => mutate({ task, to: 'pending' })}>
            Open it again
          </MenuItem>
        )}
        {editable && (
          <>
            <MenuSeparator />
            <MenuItem icon={Trash2} danger onSelect={() => setAsking('delete')}>
              Delete…
            </MenuItem>
          </>
        )}
      </Menu>
      {asking === 'edit' && <EditTaskDrawer task={task} onClose={close} />}
      <ConfirmDialog
        open={asking === 'delete'}
        onOpenChange={(open) => !open && close()}
        title={`Delete “${title}”?`}
        confirmLabel="Delete it"
        danger
        onConfirm={async () => {
          await remove.mutateAsync(task);
          notify.success('The task is deleted.');
        }}
      >
        It goes to the trash. If it is no longer wanted, you may cancel it instead: then it stays to be seen.
      </ConfirmDialog>
    </>
  );
}
