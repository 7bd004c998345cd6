import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { JobDto, QueueDto, QueuesDto, ResendJobsDto, ResentJobsDto } from './jobs.dto';
import { JobNotDead } from './jobs.errors';
import { jobList, JobsRepository } from './jobs.repository';
import { JobsService } from './jobs.service';

@ApiTags('administration')
@Controller('administration')
export class JobsController {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly service: JobsService,
  ) {}

  @Get('queues')
  @Can('job.manage')
  @ApiOperation({ operationId: 'listQueues', summary: 'Read how much background work waits, runs and failed for good' })
  @ApiOkResponse({ type: QueuesDto })
  async listQueues(): Promise<QueuesDto> {
    return { queues: (await this.jobs.queues()).map((queue) => QueueDto.from(queue)) };
  }

  @Get('jobs')
  @Can('job.manage')
  @ApiOperation({ operationId: 'listJobs', summary: 'List background jobs' })
  @ApiList(JobDto, jobList)
  async listJobs(@Asked(jobList) asked: ListQuery) {
    return mapPage(await this.jobs.list(asked), (job) => JobDto.from(job));
  }

  @Post('jobs/resending')
  @HttpCode(200)
  @Can('job.manage')
  @ApiOperation({ operationId: 'resendJobs', summary: 'Send the jobs of a queue again that failed for good' })
  @ApiOkResponse({ type: ResentJobsDto })
  async resendJobs(@Body() { queue }: ResendJobsDto, @CurrentActor() actor: Actor): Promise<ResentJobsDto> {
    return { resent: await this.service.resendAll(queue, actor) };
  }

  @Post('jobs/:id/resending')
  @HttpCode(200)
  @Can('job.manage')
  @ApiOperation({ operationId: 'resendJob', summary: 'Send a job again that failed for good' })
  @ApiOkResponse({ type: JobDto })
  @ApiErrors(new ResourceNotFound('job'), new JobNotDead('running'))
  async resendJob(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<JobDto> {
    return JobDto.from(await this.service.resend(id, actor));
  }

  @Delete('jobs/:id')
  @HttpCode(204)
  @Can('job.manage')
  @ApiOperation({ operationId: 'discardJob', summary: 'Give up a job that failed for good' })
  @ApiNoContentResponse()
  @ApiErrors(new ResourceNotFound('job'), new JobNotDead('running'))
  async discardJob(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.service.discard(id, actor);
  }
}
