import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import {
  DeleteItYourself,
  DeletionAlreadyAsked,
  NotYoursToAnswer,
  NotYoursToWithdraw,
} from './deletion-request.errors';
import { AnswerDeletionDto, AskDeletionDto, DeletionRequestDto } from './deletion-requests.dto';
import { deletionRequestList } from './deletion-requests.repository';
import { DeletionRequestsService } from './deletion-requests.service';

@ApiTags('deletion requests')
@Controller()
export class DeletionRequestsController {
  constructor(private readonly requests: DeletionRequestsService) {}

  @Post('orders/:id/deletion-requests')
  @Can('deletion_request.make')
  @ApiOperation({ operationId: 'askForDeletion', summary: 'Ask who made an order to delete it' })
  @ApiCreatedResponse({ type: DeletionRequestDto })
  @ApiErrors(new DeleteItYourself(), new DeletionAlreadyAsked('Rina Akter'))
  async askForDeletion(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AskDeletionDto,
    @CurrentActor() actor: Actor,
  ) {
    return DeletionRequestDto.from(await this.requests.ask(id, body.reason ?? null, actor), actor);
  }

  @Get('deletion-requests')
  @Can('deletion_request.read')
  @ApiOperation({ operationId: 'listDeletionRequests', summary: 'List the requests that one made or may answer' })
  @ApiList(DeletionRequestDto, deletionRequestList)
  async listDeletionRequests(@Asked(deletionRequestList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.requests.list(asked, actor), (request) => DeletionRequestDto.from(request, actor));
  }

  @Get('deletion-requests/:id')
  @Can('deletion_request.read')
  @ApiOperation({ operationId: 'getDeletionRequest', summary: 'Read a request to delete an order' })
  @ApiOkResponse({ type: DeletionRequestDto })
  async getDeletionRequest(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return DeletionRequestDto.from(await this.requests.get(id, actor), actor);
  }

  @Post('deletion-requests/:id/approval')
  @HttpCode(200)
  @Can('deletion_request.answer')
  @ApiOperation({ operationId: 'approveDeletion', summary: 'Approve: the order goes to the trash at once' })
  @ApiOkResponse({ type: DeletionRequestDto })
  @ApiErrors(new NotYoursToAnswer('Rina Akter'), new IllegalTransition('deletion request', 'declined', 'approved', []))
  async approveDeletion(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerDeletionDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return DeletionRequestDto.from(await this.requests.approve(id, body.responseNote ?? null, actor, expected), actor);
  }

  @Post('deletion-requests/:id/decline')
  @HttpCode(200)
  @Can('deletion_request.answer')
  @ApiOperation({ operationId: 'declineDeletion', summary: 'Decline: the order stays' })
  @ApiOkResponse({ type: DeletionRequestDto })
  @ApiErrors(new NotYoursToAnswer('Rina Akter'), new IllegalTransition('deletion request', 'approved', 'declined', []))
  async declineDeletion(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerDeletionDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return DeletionRequestDto.from(await this.requests.decline(id, body.responseNote ?? null, actor, expected), actor);
  }

  @Post('deletion-requests/:id/withdrawal')
  @HttpCode(200)
  @Can('deletion_request.make')
  @ApiOperation({ operationId: 'withdrawDeletion', summary: 'Withdraw a request that one made' })
  @ApiOkResponse({ type: DeletionRequestDto })
  @ApiErrors(new NotYoursToWithdraw(), new IllegalTransition('deletion request', 'declined', 'withdrawn', []))
  async withdrawDeletion(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return DeletionRequestDto.from(await this.requests.withdraw(id, actor, expected), actor);
  }
}
