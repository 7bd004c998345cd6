import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchOption, OptionRejected, OptionUnnamed } from '../option/option.errors';
import {
  DecidedBeforeReceipt,
  DecidedBeforeSubmission,
  InParcel,
  ReceivedBeforeSubmission,
  SampleAlreadyReceived,
  SampleNotWithBuyer,
} from './sample.errors';
import { SampleStepsService } from './sample-steps.service';
import { ApproveSampleDto, ReceiveSampleDto, RejectSampleDto, SampleDto, SubmitSampleDto } from './samples.dto';

/** How a round goes on: sent, received, decided. */
@ApiTags('samples')
@Controller('samples')
export class SampleStepsController {
  constructor(private readonly steps: SampleStepsService) {}

  @Post(':id/submission')
  @HttpCode(200)
  @Can('sample.write')
  @ApiOperation({ operationId: 'submitSample', summary: 'Send a sample to the buyer; its line’s gate is told' })
  @ApiOkResponse({ type: SampleDto })
  @ApiErrors(new IllegalTransition('sample', 'approved', 'submitted', []))
  async submitSample(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SubmitSampleDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SampleDto.from(await this.steps.submit(id, body, actor, expected));
  }

  @Delete(':id/submission')
  @HttpCode(204)
  @Can('sample.write')
  @ApiOperation({
    operationId: 'takeSampleSendingBack',
    summary: 'Take back that a sample was sent: it did not go; its line’s gate stands as before',
  })
  @ApiNoContentResponse()
  @ApiErrors(new SampleNotWithBuyer('pending'), new SampleAlreadyReceived('2026-11-08'), new InParcel())
  async takeSampleSendingBack(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.steps.takeSendingBack(id, actor, expected);
  }

  @Post(':id/receipt')
  @HttpCode(200)
  @Can('sample.write')
  @ApiOperation({ operationId: 'receiveSample', summary: 'Record that the buyer got it' })
  @ApiOkResponse({ type: SampleDto })
  @ApiErrors(
    new SampleNotWithBuyer('pending'),
    new SampleAlreadyReceived('2026-11-08'),
    new ReceivedBeforeSubmission('2026-11-05'),
  )
  async receiveSample(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReceiveSampleDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SampleDto.from(await this.steps.receive(id, body, actor, expected));
  }

  @Post(':id/approval')
  @HttpCode(200)
  @Can('sample.decide')
  @ApiOperation({ operationId: 'approveSample', summary: 'Record that the buyer approved; its line’s gate is told' })
  @ApiOkResponse({ type: SampleDto })
  @ApiErrors(
    new IllegalTransition('sample', 'pending', 'approved', ['submitted']),
    new DecidedBeforeSubmission('decidedOn', '2026-11-05'),
    new DecidedBeforeReceipt('decidedOn', '2026-11-08'),
    new NoSuchOption('option'),
    new OptionUnnamed(['A', 'B', 'C']),
    new OptionRejected('A'),
  )
  async approveSample(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ApproveSampleDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SampleDto.from(await this.steps.approve(id, body, actor, expected));
  }

  @Post(':id/rejection')
  @HttpCode(200)
  @Can('sample.decide')
  @ApiOperation({ operationId: 'rejectSample', summary: 'Record that the buyer refused, and why; the gate is told' })
  @ApiOkResponse({ type: SampleDto })
  @ApiErrors(
    new IllegalTransition('sample', 'pending', 'rejected', ['submitted']),
    new DecidedBeforeSubmission('decidedOn', '2026-11-05'),
    new DecidedBeforeReceipt('decidedOn', '2026-11-08'),
  )
  async rejectSample(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RejectSampleDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SampleDto.from(await this.steps.reject(id, body, actor, expected));
  }
}
