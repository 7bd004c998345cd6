import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../../platform/config/config';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { ApprovalHistoryDto } from './approval-history.dto';
import { approvalHistoryList, ApprovalHistoryRepository } from './approval-history.repository';

@ApiTags('approvals')
@Controller('approval-history')
export class ApprovalsController {
  constructor(
    private readonly history: ApprovalHistoryRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Can('order.read')
  @ApiOperation({ operationId: 'listApprovalHistory', summary: 'List the decisions on gates' })
  @ApiList(ApprovalHistoryDto, approvalHistoryList)
  async listApprovalHistory(@Asked(approvalHistoryList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.history.list(asked, actor), (row) => ApprovalHistoryDto.from(row, this.config.TZ_HOUSE));
  }
}
