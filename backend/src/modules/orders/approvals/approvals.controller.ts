import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Id, Instant, Nested, OneOf, Text } from '../../../platform/http/fields';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { PersonDto } from '../order/orders.dto';
import { APPROVAL_STATUSES, type ApprovalStatus } from '../vocabulary';
import type { ApprovalHistory } from './approval-history.entity';
import { approvalHistoryList, ApprovalHistoryRepository } from './approval-history.repository';

export class ApprovalHistoryDto {
  @Id() id: string;
  @Id() orderId: string;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 40, example: 'labDip' }) approvalType: string;
  @OneOf(APPROVAL_STATUSES, { name: 'ApprovalStatus', example: 'approved' }) status: ApprovalStatus;
  @Nested(() => PersonDto, { nullable: true }) changedBy: PersonDto | null;
  @Text({ max: 2000, nullable: true, example: 'Matches the standard under D65.' }) notes: string | null;
  @Instant({ description: 'When it happened.' }) occurredAt: string;
  @Instant({ description: 'When it was recorded.' }) createdAt: string;

  static from(row: ApprovalHistory): ApprovalHistoryDto {
    const { id, orderId, orderLineId, approvalType, status, notes } = row;
    const changedBy = PersonDto.from(row.changedBy);
    return {
      id,
      orderId,
      orderLineId,
      approvalType,
      status,
      changedBy,
      notes,
      occurredAt: row.occurredAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
    };
  }
}

@ApiTags('approvals')
@Controller('approval-history')
export class ApprovalsController {
  constructor(private readonly history: ApprovalHistoryRepository) {}

  @Get()
  @Can('order.read')
  @ApiOperation({ operationId: 'listApprovalHistory', summary: 'List the decisions on gates' })
  @ApiList(ApprovalHistoryDto, approvalHistoryList)
  async listApprovalHistory(@Asked(approvalHistoryList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.history.list(asked, actor), (row) => ApprovalHistoryDto.from(row));
  }
}
