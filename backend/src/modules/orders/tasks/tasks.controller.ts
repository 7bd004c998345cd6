import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../orders.errors';
import { GateNotWaitedFor, TaskNotYoursToChange } from './task.errors';
import { CancelTaskDto, CreateTaskDto, TaskDto, UpdateTaskDto } from './tasks.dto';
import { taskList } from './tasks.repository';
import { TasksService } from './tasks.service';

const NOT_YOURS = new TaskNotYoursToChange('Rina Akter');

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get()
  @Can('task.read')
  @ApiOperation({ operationId: 'listTasks', summary: 'List tasks: of your orders, and those given to or by you' })
  @ApiList(TaskDto, taskList)
  async listTasks(@Asked(taskList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.tasks.list(asked, actor), (task) => TaskDto.from(task, actor));
  }

  @Post()
  @Can('task.write')
  @ApiOperation({ operationId: 'createTask', summary: 'Give a task, to yourself unless told' })
  @ApiCreatedResponse({ type: TaskDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'), new GateNotWaitedFor('no line'))
  async createTask(@Body() body: CreateTaskDto, @CurrentActor() actor: Actor) {
    return TaskDto.from(await this.tasks.create(body, actor), actor);
  }

  @Get(':id')
  @Can('task.read')
  @ApiOperation({ operationId: 'getTask', summary: 'Read a task' })
  @ApiOkResponse({ type: TaskDto })
  async getTask(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return TaskDto.from(await this.tasks.get(id, actor), actor);
  }

  @Patch(':id')
  @Can('task.write')
  @ApiOperation({ operationId: 'updateTask', summary: 'Change a task: only what is sent; null clears' })
  @ApiOkResponse({ type: TaskDto })
  @ApiErrors(new NoSuchReference('assignedToId', 'active colleague'), new GateNotWaitedFor('approved'), NOT_YOURS)
  async updateTask(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateTaskDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return TaskDto.from(await this.tasks.update(id, body, actor, expected), actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('task.write')
  @ApiOperation({ operationId: 'deleteTask', summary: 'Move a task to the trash' })
  @ApiNoContentResponse()
  @ApiErrors(NOT_YOURS)
  async deleteTask(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor, @IfMatch() expected?: number) {
    await this.tasks.delete(id, actor, expected);
  }

  @Post(':id/start')
  @HttpCode(200)
  @Can('task.write')
  @ApiOperation({ operationId: 'startTask', summary: 'Say that a task is being worked on' })
  @ApiOkResponse({ type: TaskDto })
  @ApiErrors(new IllegalTransition('task', 'completed', 'in_progress', ['pending']), NOT_YOURS)
  async startTask(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor, @IfMatch() expected?: number) {
    return TaskDto.from(await this.tasks.move(id, 'in_progress', actor, expected), actor);
  }

  @Post(':id/completion')
  @HttpCode(200)
  @Can('task.write')
  @ApiOperation({ operationId: 'completeTask', summary: 'Mark a task done; who gave it is told' })
  @ApiOkResponse({ type: TaskDto })
  @ApiErrors(new IllegalTransition('task', 'cancelled', 'completed', ['pending']), NOT_YOURS)
  async completeTask(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return TaskDto.from(await this.tasks.move(id, 'completed', actor, expected), actor);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Can('task.write')
  @ApiOperation({ operationId: 'cancelTask', summary: 'Cancel a task' })
  @ApiOkResponse({ type: TaskDto })
  @ApiErrors(new IllegalTransition('task', 'completed', 'cancelled', ['pending']), NOT_YOURS)
  async cancelTask(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CancelTaskDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return TaskDto.from(await this.tasks.move(id, 'cancelled', actor, expected, body.reason), actor);
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Can('task.write')
  @ApiOperation({ operationId: 'reopenTask', summary: 'Take back that a task is done or cancelled' })
  @ApiOkResponse({ type: TaskDto })
  @ApiErrors(new IllegalTransition('task', 'in_progress', 'pending', ['completed', 'cancelled']), NOT_YOURS)
  async reopenTask(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor, @IfMatch() expected?: number) {
    return TaskDto.from(await this.tasks.move(id, 'pending', actor, expected), actor);
  }
}
