import { DayField, Flag, Id, Instant, ListOf, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import { daysBetween, today, type Day } from '../../../platform/values/day';
import { ApprovalHistoryDto } from '../approvals/approval-history.dto';
import { entriesOf, takenBack } from '../approvals/gate-entries';
import { lineLabel } from '../line/lines.dto';
import { PersonDto } from '../order/orders.dto';
import { GATE_STATUSES, ORDER_STATUSES, type GateKey, type GateStatus, type OrderStatus } from '../vocabulary';
import { asStanding } from './gate-laying';
import type { GateOverride } from './gate-override.entity';
import { standingAfter } from './gate.rules';
import { GateDto, GateKeyField } from './gate.dto';
import { HOLDERS, MAX_GATE_NAME, type Holder } from './gate.vocabulary';
import type { HandOver } from './hand-overs.repository';
import { GUARDED_STEPS, type BlockingGate, type GuardedStep } from './interlocks';
import type { LineGate } from './line-gate.entity';
import type { GateWithHistory } from './line-gates.service';

/** A gate with its line and order: a card of the approvals board. */
export class LineGateDto extends GateDto {
  @Id() orderId: string;
  @Id() orderLineId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Nested(() => PersonDto, { nullable: true }) merchandiser: PersonDto | null;
  @Text({ max: 600, example: 'MT-2291 · White' }) lineLabel: string;
  @Text({ max: 150, example: 'MT-2291' }) styleNumber: string;
  @Text({ max: 255, nullable: true, example: 'White' }) colorName: string | null;
  @Text({ max: 100, nullable: true, example: 'WHT-01' }) colorCode: string | null;
  @Whole({ min: 1, max: 100000, description: 'Which part of the colour, where the line was split.', example: 1 })
  part: number;
  @Text({ max: 255, nullable: true, example: 'Square Textiles' }) millName: string | null;
  @OneOf(ORDER_STATUSES, { name: 'OrderStatus' }) lineStatus: OrderStatus;
  @DayField({ nullable: true, example: '2027-01-05' }) etd: string | null;
  @Whole({ nullable: true, min: 0, max: 100000, description: 'Days that the holder has had it.', example: 6 })
  daysHeld: number | null;
  @Flag({ description: 'The holder has had it for longer than allowed.', example: true }) overdue: boolean;
  @DayField({ nullable: true, description: 'When the holder was reminded last.' }) remindedOn: string | null;

  /** @param today of the house */
  static from(gate: LineGate, today: Day): LineGateDto {
    const { order, orderLine: line } = gate;
    return {
      ...GateDto.of(asStanding(gate)),
      orderId: gate.orderId,
      orderLineId: gate.orderLineId,
      orderNumber: order.orderNumber,
      customerName: order.customerName,
      merchandiser: PersonDto.from(order.merchandiser),
      lineLabel: lineLabel(line, line.style.styleNumber),
      styleNumber: line.style.styleNumber,
      colorName: line.colorName,
      colorCode: line.colorCode,
      part: line.part,
      millName: line.millName,
      lineStatus: line.status,
      etd: line.etd,
      daysHeld: gate.heldSince ? Math.max(0, daysBetween(gate.heldSince, today)) : null,
      overdue: gate.dueOn !== null && gate.dueOn < today,
      remindedOn: gate.remindedOn,
    };
  }
}

/** One entry of a gate's history, with the round it belongs to. */
export class GateEntryDto extends ApprovalHistoryDto {
  @Whole({ min: 0, max: 1000000, description: 'Counted in the order in which things happened.', example: 2 })
  round: number;
  @Flag({ description: 'It was taken back since.', example: false }) undone: boolean;
}

/** Somebody said by hand whose turn it is. */
export class HandOverDto {
  @Id() id: string;
  @OneOf(HOLDERS, { name: 'GateHolder', example: 'mill' }) holder: Holder;
  @DayField({ description: 'From this day on.' }) since: string;
  @Text({ nullable: true, max: 2000, example: 'Asked for a redder dip.' }) notes: string | null;
  @Nested(() => PersonDto, { nullable: true }) handedBy: PersonDto | null;
  @Instant({ description: 'When it was recorded.' }) createdAt: string;

  static from({ id, holder, since, notes, handedBy, createdAt }: HandOver): HandOverDto {
    return { id, holder, since, notes, handedBy: PersonDto.from(handedBy), createdAt: createdAt.toISOString() };
  }
}

/** A gate with all that was recorded on it. */
export class GateWithHistoryDto extends GateDto {
  @DayField({ nullable: true, description: 'The day the condition was seen to.' }) conditionMetOn: string | null;
  @Nested(() => PersonDto, { nullable: true }) conditionMetBy: PersonDto | null;
  @ListOf(() => GateEntryDto, { max: 1000, description: 'In the order in which things happened, the last first.' })
  history: GateEntryDto[];
  @ListOf(() => HandOverDto, { max: 200, description: 'Holders named by hand, the last recorded first.' })
  handOvers: HandOverDto[];

  /** @param zone of the house, by which days are told */
  static from({ gate, history, handOvers }: GateWithHistory, zone: string): GateWithHistoryDto {
    const undone = takenBack(history);
    return {
      ...GateDto.of(asStanding(gate)),
      conditionMetOn: gate.conditionMetOn,
      conditionMetBy: PersonDto.from(gate.conditionMetBy),
      history: history.map((row, index) => ({
        ...ApprovalHistoryDto.from(row, zone),
        // What happened up to this entry: the list begins with the last.
        round: standingAfter(gate.gateKey, entriesOf(history.slice(index), zone), today(zone)).round,
        undone: undone.has(row.id),
      })),
      handOvers: handOvers.map((each) => HandOverDto.from(each)),
    };
  }
}

/** A gate of one line among others. */
export class GateOfLineDto extends GateDto {
  @Id() orderLineId: string;
}

export class DecidedGatesDto {
  @ListOf(() => GateOfLineDto, { max: 200, description: 'As they stand now.' }) gates: GateOfLineDto[];
}

export class BlockingGateDto implements BlockingGate {
  @Id() orderLineId: string;
  @Text({ max: 600, example: 'MT-2291 · White' }) lineLabel: string;
  @GateKeyField() gateKey: GateKey;
  @Text({ max: MAX_GATE_NAME, example: 'Lab dip' }) gateName: string;
  @OneOf(GATE_STATUSES, { nullable: true, name: 'GateStatus', description: 'As it stood then.' })
  status: GateStatus | null;
  @Text({ nullable: true, max: 1000, example: 'Bulk a shade bluer.' }) condition: string | null;
}

/** Somebody went on although a gate said no. */
export class GateOverrideDto {
  @Id() id: string;
  @Id() orderId: string;
  @OneOf(GUARDED_STEPS, { name: 'GuardedStep', example: 'dyeing' }) step: GuardedStep;
  @ListOf(() => BlockingGateDto, { max: 10000 }) gates: BlockingGateDto[];
  @Text({ max: 1000, example: 'Buyer confirmed by phone.' }) reason: string;
  @Nested(() => PersonDto, { nullable: true }) overriddenBy: PersonDto | null;
  @Instant() createdAt: string;

  static from({ id, orderId, step, gates, reason, overriddenBy, createdAt }: GateOverride): GateOverrideDto {
    return {
      id,
      orderId,
      step,
      gates,
      reason,
      overriddenBy: PersonDto.from(overriddenBy),
      createdAt: createdAt.toISOString(),
    };
  }
}
