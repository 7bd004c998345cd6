import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { createTask, getTask, type OrderDto, type TaskDto, updateTask } from '@/shared/api/generated';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { OrderChoice, useOrderChoice } from '@/shared/forms/OrderChoice';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { notify } from '@/shared/lib/notify';
import { orderOf } from '@/shared/talk/api';
import { useActor } from '@/shared/session';
import { useTaskNews } from '@/shared/talk/tick';
import { asRead, changedTask, newTaskBody, type ReadTask, taskValues } from '../values';
import { TaskFields } from './TaskFields';

interface NewTaskDrawerProps {
  /** Within its workspace; else the order is chosen here. */
  order?: OrderDto;
  /** What was typed already. */
  title?: string;
  onAdded?: () => void;
  onClose: () => void;
}

/** A task for oneself, a colleague, or nobody yet. */
export function NewTaskDrawer({ order: given, title, onAdded, onClose }: NewTaskDrawerProps) {
  const me = useActor();
  const news = useTaskNews();
  const [key] = useState(newIdempotencyKey);
  const choice = useOrderChoice(given);
  const form = useForm({
    defaultValues: { ...taskValues({ title, assignedToId: me.id }), orderId: given?.id ?? '' },
  });
  const { isDirty, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ orderId, ...values }) => {
    try {
      const body = newTaskBody(orderId, values);
      const { data } = await createTask({ body, headers: once(key), throwOnError: true });
      await news();
      const { assignedTo } = data;
      notify.success(
        assignedTo && assignedTo.id !== me.id ? `${assignedTo.fullName} has the task.` : 'The task is added.',
      );
      onAdded?.();
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDrawer
      title="New task"
      description="Who is to do it is told, and finds it on their day."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Add task"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <TaskFields order={choice.order} doer={me}>
          <OrderChoice
            choice={choice}
            missing="Choose the order it is for."
            clears={['orderLineId', 'closesWithGate']}
          />
        </TaskFields>
      </FormProvider>
    </FormDrawer>
  );
}

/** Changes a task or hands it on; the order it is for stays. */
export function EditTaskDrawer({ task, onClose }: { task: TaskDto; onClose: () => void }) {
  const news = useTaskNews();
  const { data: order } = useQuery({ ...orderOf(task.orderId ?? ''), enabled: task.orderId !== null });
  const form = useForm({ defaultValues: taskValues(asRead(task)) });
  const path = { id: task.id };
  const { read, save, busy, clash, resolve } = useSaveOver<ReadTask>({
    read: asRead(task),
    send: async (body, headers) => asRead((await updateTask({ path, body, headers, throwOnError: true })).data),
    reload: async () => asRead((await getTask({ path, throwOnError: true })).data),
    onSaved: () => {
      void news();
      notify.success('The task is changed.');
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const body = changedTask(read, values);
    if (Object.keys(body).length === 0) onClose();
    else await save(body);
  });

  return (
    <FormDrawer
      title={`Task for ${task.orderNumber}`}
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <TaskFields order={order} doer={task.assignedTo} />
      </FormProvider>
    </FormDrawer>
  );
}
