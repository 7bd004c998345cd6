import { DayField, Flag, Id, Ids, OneOf, SomeOf, Text, Whole } from '../../../platform/http/fields';
import { APPROVAL_STATUSES, APPROVAL_TYPES, GATE_STATUSES, type ApprovalStatus, type GateStatus } from '../vocabulary';
import { gateRounds } from './gate.rules';
import { GATE_KEY, HOLDERS, MAX_GATE_KEY, MAX_GATE_NAME, type Holder } from './gate.vocabulary';
import type { GateStanding } from './gate-standing';

const may = { optional: true, nullable: true } as const;

/** A gate named in a body: one of the nine, or a custom one of the line. */
export const GateKeyField = (options: { description?: string; nullable?: boolean; optional?: boolean } = {}) =>
  Text({
    ...options,
    max: MAX_GATE_KEY,
    pattern: GATE_KEY,
    hint: `Choose one of ${APPROVAL_TYPES.join(', ')}, or a custom gate: custom_….`,
    example: 'labDip',
  });

export class OverrideDto {
  @Text({
    max: 1000,
    description: 'Why you go on all the same; it stays on the order.',
    example: 'Buyer confirmed by phone.',
  })
  reason: string;
}

/** What is recorded on a gate; `condition` only with an approval. */
class DecisionDto {
  @OneOf(APPROVAL_STATUSES, { name: 'ApprovalStatus', example: 'approved' }) status: ApprovalStatus;
  @Text({ ...may, max: 2000, example: 'Matches the standard under D65.' }) notes?: string | null;
  @DayField({ optional: true, description: 'The day it happened, if it was not today.' }) occurredOn?: string;
  @Text({
    ...may,
    max: 1000,
    description: 'Of an approval: what must be seen to before the line is complete.',
    example: 'Bulk a shade bluer.',
  })
  condition?: string | null;
  @Flag({
    optional: true,
    description: 'Although the round before has no answer yet, or that day’s approval was recorded already.',
    example: false,
  })
  again?: boolean;
}

export class RecordApprovalDto extends DecisionDto {
  @GateKeyField() approvalType: string;
}

export class DecideGatesDto extends DecisionDto {
  @GateKeyField({ description: 'The same gate of all these lines.' }) gateKey: string;
  @Ids({ min: 1, max: 200, description: 'Of one order or of several.' }) lineIds: string[];
}

export class AddGateDto {
  @GateKeyField({ optional: true, description: 'One of the nine.' }) gateKey?: string;
  @Text({
    optional: true,
    alternative: true,
    max: MAX_GATE_NAME,
    description: 'Of a gate of the line’s own, instead of a key.',
    example: 'Fit check',
  })
  name?: string;
}

export class HoldingDto {
  @OneOf(HOLDERS, { name: 'GateHolder', example: 'mill' }) holder: Holder;
  @DayField({ optional: true, description: 'Since when, if not since today.' }) since?: string;
  @Text({ ...may, max: 2000, example: 'Asked for a redder dip.' }) notes?: string | null;
}

export class ReminderDto {
  @Text({ ...may, max: 2000, description: 'What was said.', example: 'The dip has been with you for six days.' })
  notes?: string | null;
  @Flag({ optional: true, description: 'Although they were reminded today already.', example: false }) again?: boolean;
}

export class ConditionFulfilmentDto {
  @DayField({ optional: true, description: 'The day it was seen to, if not today.' }) metOn?: string;
  @Text({ ...may, max: 2000, example: 'Lot 3 checked in the light box.' }) notes?: string | null;
}

/** A gate as its line shows it. */
export class GateDto {
  @Id() id: string;
  @Text({ max: MAX_GATE_KEY, example: 'labDip' }) key: string;
  @Text({ max: MAX_GATE_NAME, example: 'Lab dip' }) name: string;
  @OneOf(GATE_STATUSES, { nullable: true, name: 'GateStatus', description: 'Null: nothing recorded yet, or cleared.' })
  status: GateStatus | null;
  @SomeOf(APPROVAL_STATUSES, { name: 'ApprovalStatus', description: 'What may be recorded next.' })
  nextStatuses: ApprovalStatus[];
  @Whole({ min: 0, max: 1000000, description: '0 while nothing was sent.', example: 2 }) round: number;
  @OneOf(HOLDERS, { nullable: true, name: 'GateHolder', description: 'Whose turn it is; null once approved.' })
  holder: Holder | null;
  @DayField({ nullable: true, description: 'Since when they hold it.' }) heldSince: string | null;
  @Whole({ nullable: true, min: 0, max: 365, description: 'Days that the holder may take.', example: 5 })
  allowedDays: number | null;
  @DayField({ nullable: true, description: 'The last day on which the holder is on time.' }) dueOn: string | null;
  @Text({ nullable: true, max: 1000, description: 'Of a conditional approval.', example: 'Bulk a shade bluer.' })
  condition: string | null;
  @Flag({ description: 'The condition waits to be ticked.', example: false }) conditionOpen: boolean;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static of(gate: GateStanding): GateDto {
    return { ...gate, nextStatuses: gateRounds.nextOf(gate.status ?? 'untouched') as ApprovalStatus[] };
  }
}
