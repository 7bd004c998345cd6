import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../platform/config/config';
import { ResourceNotFound } from '../../platform/errors/domain-error';
import { Undoing } from '../../platform/events/undoing';
import { ApiErrors } from '../../platform/http/api-errors.decorator';
import type { ListQuery } from '../../platform/listing/list-definition';
import { ApiList, Asked } from '../../platform/listing/list.decorators';
import { mapPage } from '../../platform/listing/page';
import { refuseUnknown } from '../../platform/listing/refuse-unknown';
import { Can } from '../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../auth/access/actor';
import { ActivityEntryDto, ActivityVerificationDto, ActivityVerificationQueryDto } from './activity.dto';
import { activityList, ActivityRepository } from './activity.repository';
import { SENTENCES, SUBJECTS } from './sentences';
import { UndoneDto, UndoPlanDto } from './undo/undo.dto';
import { CannotUndo, NotYoursToUndo } from './undo/undo.errors';
import { UndoService } from './undo/undo.service';

@ApiTags('activity')
@Controller('activity')
export class ActivityController {
  constructor(
    private readonly activity: ActivityRepository,
    private readonly undoService: UndoService,
    private readonly undoing: Undoing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Can('activity.read')
  @ApiOperation({ operationId: 'listActivity', summary: 'List what happened on orders, newest first' })
  @ApiList(ActivityEntryDto, activityList)
  async listActivity(@Asked(activityList) asked: ListQuery, @CurrentActor() actor: Actor) {
    refuseUnknown(asked, 'name', Object.keys(SENTENCES));
    refuseUnknown(asked, 'kind', SUBJECTS);
    return mapPage(await this.activity.list(asked, actor), (row) =>
      ActivityEntryDto.from(row, this.config.TZ_HOUSE, row.actorId === actor.id && this.undoing.canUndo(row.name)),
    );
  }

  @Get('verification')
  @Can('activity.read')
  @ApiOperation({ operationId: 'verifyActivity', summary: 'Check that the history of an order is as it was written' })
  @ApiOkResponse({ type: ActivityVerificationDto })
  @ApiErrors(new ResourceNotFound('order'))
  async verifyActivity(@Query() { orderId }: ActivityVerificationQueryDto, @CurrentActor() actor: Actor) {
    if (!(await this.activity.tellsOf(orderId, actor))) throw new ResourceNotFound('order');
    return ActivityVerificationDto.from(orderId, await this.activity.verify(orderId));
  }

  @Get(':eventId/undo')
  @Can('activity.undo')
  @ApiOperation({
    operationId: 'planUndo',
    summary: 'Ask whether one’s own change can be undone, and what that would do',
  })
  @ApiOkResponse({ type: UndoPlanDto })
  @ApiErrors(new ResourceNotFound('entry'))
  async planUndo(@Param('eventId', ParseUUIDPipe) eventId: string, @CurrentActor() actor: Actor) {
    return UndoPlanDto.from(eventId, await this.undoService.rehearse(eventId, actor));
  }

  @Post(':eventId/undo')
  @HttpCode(200)
  @Can('activity.undo')
  @ApiOperation({ operationId: 'undo', summary: 'Undo one’s own change, with all that the same request did' })
  @ApiOkResponse({ type: UndoneDto })
  @ApiErrors(
    new ResourceNotFound('entry'),
    new NotYoursToUndo('Rina Akter'),
    new CannotUndo('You have undone this already.'),
  )
  async undo(@Param('eventId', ParseUUIDPipe) eventId: string, @CurrentActor() actor: Actor): Promise<UndoneDto> {
    return { eventId, steps: await this.undoService.undo(eventId, actor) };
  }
}
