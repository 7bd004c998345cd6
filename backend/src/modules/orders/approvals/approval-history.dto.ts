import { DayField, Flag, Id, Instant, Nested, OneOf, Text } from '../../../platform/http/fields';
import { today } from '../../../platform/values/day';
import { PersonDto } from '../order/orders.dto';
import { APPROVAL_STATUSES, type ApprovalStatus } from '../vocabulary';
import type { ApprovalHistory } from './approval-history.entity';

export class ApprovalHistoryDto {
  @Id() id: string;
  @Id() orderId: string;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 120, example: 'labDip' }) approvalType: string;
  @OneOf(APPROVAL_STATUSES, { name: 'ApprovalStatus', example: 'approved' }) status: ApprovalStatus;
  @Nested(() => PersonDto, { nullable: true }) changedBy: PersonDto | null;
  @Text({ max: 2000, nullable: true, example: 'Matches the standard under D65.' }) notes: string | null;
  @Text({ max: 1000, nullable: true, description: 'Of a conditional approval.', example: 'Bulk a shade bluer.' })
  condition: string | null;
  @DayField({ description: 'The day it happened, in the house.' }) occurredOn: string;
  @Instant({ description: 'When it happened.' }) occurredAt: string;
  @Instant({ description: 'When it was recorded.' }) createdAt: string;
  @Id({ nullable: true, description: 'The entry that this one took back: neither counts.' }) undoesId: string | null;
  @Flag({ description: 'Recorded on a later day than it happened.', example: false }) recordedLate: boolean;

  /** @param zone of the house, by which days are told */
  static from(row: ApprovalHistory, zone: string): ApprovalHistoryDto {
    const { id, orderId, orderLineId, approvalType, status, notes, condition } = row;
    const occurredOn = today(zone, row.occurredAt);
    return {
      id,
      orderId,
      orderLineId,
      approvalType,
      status,
      changedBy: PersonDto.from(row.changedBy),
      notes,
      condition,
      occurredOn,
      occurredAt: row.occurredAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
      undoesId: row.undoesId,
      recordedLate: today(zone, row.createdAt) > occurredOn,
    };
  }
}
