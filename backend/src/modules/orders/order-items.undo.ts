import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../platform/events/undoing';
import type { Actor } from '../auth/access/actor';
import { OrderComment } from './comments/comment.entity';
import { CommentsService } from './comments/comments.service';
import { NothingBefore } from './orders.errors';
import { OrderTask } from './tasks/task.entity';
import type { TaskStatus } from './tasks/task.lifecycle';
import type { UpdateTaskDto } from './tasks/tasks.dto';
import { TasksService } from './tasks/tasks.service';

/** What can be taken back of tasks and comments. A comment that was sent has been read: it is edited, not unsaid. */
@Injectable()
export class OrderItemsUndo {
  constructor(
    private readonly tasks: TasksService,
    private readonly comments: CommentsService,
  ) {}

  @Undoes('task.updated')
  undoTaskUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.tasks.update(event.subjectId, valuesBefore<UpdateTaskDto>(event), actor);
  }

  @Undoes('task.assigned')
  undoTaskAssigning(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const { assignedToId } = valuesBefore<{ assignedToId: string | null }>(event);
    return this.tasks.update(event.subjectId, { assignedToId }, actor);
  }

  /** Also of a task that its gate completed, by who approved that. */
  @Undoes('task.started', 'task.completed', 'task.cancelled', 'task.reopened')
  undoTaskMove(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const { status, completedAt } = valuesBefore<{ status: TaskStatus; completedAt?: string | null }>(event);
    return this.tasks.takeBack(event.subjectId, status, completedAt ? new Date(completedAt) : null, actor);
  }

  @Undoes('task.created', 'task.restored')
  undoTaskCreation(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.tasks.delete(event.subjectId, actor);
  }

  @Restores('task', OrderTask)
  restoreTask(id: string, actor: Actor): Promise<unknown> {
    return this.tasks.restore(id, actor);
  }

  @Undoes('comment.edited')
  undoCommentEdit(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const { body } = valuesBefore<{ body?: string }>(event);
    if (body === undefined) throw new NothingBefore('Only whom it mentions was changed: edit it once more.');
    const mentionedIds = event.data['mentionedBefore'] as string[] | undefined;
    return this.comments.edit(event.subjectId, { body, mentionedIds }, actor);
  }

  @Undoes('comment.restored')
  undoCommentRestoring(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.comments.remove(event.subjectId, actor);
  }

  @Restores('comment', OrderComment, { deleted: 'comment.removed' })
  restoreComment(id: string, actor: Actor): Promise<unknown> {
    return this.comments.restore(id, actor);
  }
}
