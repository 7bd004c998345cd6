import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../platform/events/undoing';
import type { Actor } from '../auth/access/actor';
import { OrderComment } from './comments/comment.entity';
import { CommentsService } from './comments/comments.service';
import { OrderTask } from './tasks/task.entity';
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

  @Undoes('task.created', 'task.restored')
  undoTaskCreation(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.tasks.delete(event.subjectId, actor);
  }

  @Restores('task', OrderTask)
  restoreTask(id: string, actor: Actor): Promise<unknown> {
    return this.tasks.restore(id, actor);
  }

  @Undoes('comment.restored')
  undoCommentRestoring(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.comments.remove(event.subjectId, actor);
  }

  @Restores('comment', OrderComment, 'comment.removed')
  restoreComment(id: string, actor: Actor): Promise<unknown> {
    return this.comments.restore(id, actor);
  }
}
