import { Flag, Id, Instant, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import type { Actor } from '../../auth/access/actor';
import { PersonDto } from '../order/orders.dto';
import type { DeletionRequest } from './deletion-request.entity';
import { DELETION_STATUSES, type DeletionStatus } from './deletion-request.lifecycle';
import { mayAnswer } from './deletion-request.rules';

export class AskDeletionDto {
  @Text({ optional: true, nullable: true, max: 1000, example: 'The buyer cancelled it.' }) reason?: string | null;
}

export class AnswerDeletionDto {
  @Text({ optional: true, nullable: true, max: 1000, example: 'Yes, it was entered twice.' }) responseNote?:
    | string
    | null;
}

export class DeletionRequestDto {
  @Id() id: string;
  @Id({ nullable: true, description: 'Null once the order is kept no longer.' }) orderId: string | null;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Nested(() => PersonDto, { nullable: true }) requester: PersonDto | null;
  @Nested(() => PersonDto, { nullable: true, description: 'Who made the order; null: managers answer.' })
  approver: PersonDto | null;
  @OneOf(DELETION_STATUSES, { name: 'DeletionStatus' }) status: DeletionStatus;
  @Text({ max: 1000, nullable: true, example: 'The buyer cancelled it.' }) reason: string | null;
  @Text({ max: 1000, nullable: true, example: 'Yes, it was entered twice.' }) responseNote: string | null;
  @Nested(() => PersonDto, { nullable: true }) respondedBy: PersonDto | null;
  @Instant({ nullable: true }) respondedAt: string | null;
  @Flag({ description: 'It waits, and the caller may approve or decline it.', example: true }) mayAnswer: boolean;
  @Flag({ description: 'It waits, and it is the caller who asked.', example: false }) mayWithdraw: boolean;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(request: DeletionRequest, actor: Actor): DeletionRequestDto {
    const { id, orderId, orderNumber, customerName, status, reason, responseNote, rowVersion } = request;
    const pending = status === 'pending';
    return {
      id,
      orderId,
      orderNumber,
      customerName,
      requester: PersonDto.from(request.requester),
      approver: PersonDto.from(request.approver),
      status,
      reason,
      responseNote,
      respondedBy: PersonDto.from(request.respondedBy),
      respondedAt: request.respondedAt?.toISOString() ?? null,
      mayAnswer: pending && mayAnswer(request, actor),
      mayWithdraw: pending && request.requesterId === actor.id,
      createdAt: request.createdAt.toISOString(),
      updatedAt: request.updatedAt.toISOString(),
      rowVersion,
    };
  }
}
