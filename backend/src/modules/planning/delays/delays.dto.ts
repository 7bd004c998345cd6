import { DayField, Id, Instant, ListOf, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import { lineLabel } from '../../orders/line/lines.dto';
import { PersonDto } from '../../orders/order/orders.dto';
import { MAX_STEP_KEY, MAX_STEP_LABEL } from '../milestone.vocabulary';
import type { Delay } from './delay.entity';
import { MOST_DAYS, SLIP_PARTIES, SLIP_SOURCES, type SlipParty, type SlipSource } from './delay.vocabulary';
import type { PartyTotal } from './delays.repository';

const party = { name: 'SlipParty', description: 'Who held it up.', example: 'mill' } as const;
const partyName = {
  max: 255,
  nullable: true,
  description: 'By name; a mill or a buyer has the line’s, unless told.',
  example: 'Padma Textiles',
} as const;
const reason = { max: 2000, example: 'The yarn came five days late from the spinner.' } as const;

/** Who held a step up, and why: goes with a day that is later than planned. */
export class SlipToldDto {
  @OneOf(SLIP_PARTIES, party) party: SlipParty;
  @Text({ ...partyName, optional: true }) partyName?: string | null;
  @Text(reason) reason: string;
}

export class BookDelayDto extends SlipToldDto {
  @Whole({ min: 1, max: MOST_DAYS, description: 'Working days of who held it.', example: 3 }) workingDays: number;
  @Text({
    optional: true,
    nullable: true,
    alternative: true,
    max: MAX_STEP_KEY,
    description: 'At which step.',
    example: 'yarnReceived',
  })
  step?: string | null;
}

export class RebookDelayDto extends SlipToldDto {}

export class DelayDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 600, nullable: true, example: 'MT-2291 · White' }) lineLabel: string | null;
  @Text({ max: MAX_STEP_KEY, nullable: true, example: 'yarnReceived' }) step: string | null;
  @Text({ max: MAX_STEP_LABEL, nullable: true, example: 'Yarn received' }) stepLabel: string | null;
  @Whole({ min: -MOST_DAYS, max: MOST_DAYS, description: 'Below zero where days are taken back.', example: 5 })
  workingDays: number;
  @OneOf(SLIP_PARTIES, party) party: SlipParty;
  @Text(partyName) partyName: string | null;
  @Text({ ...reason, nullable: true }) reason: string | null;
  @OneOf(SLIP_SOURCES, { name: 'SlipSource', description: 'What booked it.', example: 'step' }) source: SlipSource;
  @Id({ nullable: true }) incidentId: string | null;
  @Id({ nullable: true, description: 'The entry that it takes back.' }) undoesId: string | null;
  @DayField({ nullable: true, description: 'When it was to happen.', example: '2026-11-18' }) plannedOn: string | null;
  @DayField({ nullable: true, example: '2026-11-23' }) happenedOn: string | null;
  @Nested(() => PersonDto, { nullable: true, description: 'Null: by itself.' }) bookedBy: PersonDto | null;
  @Instant() createdAt: string;

  static from(delay: Delay): DelayDto {
    const { order, orderLine: line } = delay;
    return {
      id: delay.id,
      orderId: delay.orderId,
      orderNumber: order.orderNumber,
      customerName: order.customerName,
      orderLineId: delay.orderLineId,
      lineLabel: line ? lineLabel(line, line.style.styleNumber) : null,
      step: delay.step,
      stepLabel: delay.stepLabel,
      workingDays: delay.workingDays,
      party: delay.party,
      partyName: delay.partyName,
      reason: delay.reason,
      source: delay.source,
      incidentId: delay.incidentId,
      undoesId: delay.undoesId,
      plannedOn: delay.plannedOn,
      happenedOn: delay.happenedOn,
      bookedBy: PersonDto.from(delay.bookedBy),
      createdAt: delay.createdAt.toISOString(),
    };
  }
}

export class PartyDelayDto {
  @OneOf(SLIP_PARTIES, party) party: SlipParty;
  @Text(partyName) partyName: string | null;
  @Whole({ min: -1000000, max: 1000000, example: 12 }) workingDays: number;
  @Whole({ min: 0, max: 1000000, example: 4 }) entries: number;
  @Whole({ min: 0, max: 1000000, description: 'Of how many orders.', example: 3 }) orders: number;
}

export class PartyDelaysDto {
  @ListOf(() => PartyDelayDto, { max: 200, description: 'The most days first.' }) results: PartyDelayDto[];

  static from(totals: PartyTotal[]): PartyDelaysDto {
    return { results: totals };
  }
}
