import {
  AmountField,
  CurrencyField,
  DayField,
  Flag,
  Id,
  ListOf,
  Nested,
  Text,
  Whole,
} from '../../../platform/http/fields';
import { amountText } from '../../../platform/values/money';
import { FindingDto } from '../findings/findings.dto';
import { countOf } from '../waivers/waivers';
import type { Presentation } from './presentation.entity';
import type { Preflight } from './preflight.service';

const may = { optional: true, nullable: true } as const;

export class BeginPresentationDto {
  @Id({ description: 'An open LC that all orders of the shipment are on.' }) letterOfCreditId: string;
}

export class UpdatePresentationDto {
  @Id({ optional: true }) letterOfCreditId?: string;
  @DayField({ ...may, description: 'When documents go to the bank. Left out: today, until they do.' })
  presentOn?: string | null;
  @DayField({ ...may, description: 'By the transport document. Left out: the day on which the goods left.' })
  onBoardOn?: string | null;
  @Flag({ optional: true, description: 'No clause on defective goods or packing.' }) isClean?: boolean;
  @Flag({ optional: true, description: 'The transport document shows transhipment.' }) isTranshipped?: boolean;
  @AmountField({ ...may, example: '174312.60' }) insuredAmount?: string | null;
  @CurrencyField({ ...may }) insuredCurrency?: string | null;
  @DayField({ ...may, description: 'The day of the insurance document.' }) insuredOn?: string | null;
}

export class PresentationDto {
  @Id() id: string;
  @Id() letterOfCreditId: string;
  @DayField({ nullable: true }) presentOn: string | null;
  @DayField({ nullable: true }) onBoardOn: string | null;
  @Flag() isClean: boolean;
  @Flag() isTranshipped: boolean;
  @AmountField({ nullable: true }) insuredAmount: string | null;
  @CurrencyField({ nullable: true }) insuredCurrency: string | null;
  @DayField({ nullable: true }) insuredOn: string | null;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(presentation: Presentation): PresentationDto {
    const { id, letterOfCreditId, presentOn, onBoardOn, isClean, isTranshipped, insuredAmount, insuredCurrency } =
      presentation;
    return {
      ...{ id, letterOfCreditId, presentOn, onBoardOn, isClean, isTranshipped, insuredCurrency },
      insuredAmount: insuredAmount && insuredCurrency ? amountText(insuredAmount, insuredCurrency) : null,
      ...{ insuredOn: presentation.insuredOn, rowVersion: presentation.rowVersion },
    };
  }
}

export class PayingCreditDto {
  @Id() id: string;
  @Text({ max: 100, example: 'EXLC-2026-0417' }) lcNumber: string;
}

/** The documents of a shipment against the LC under which they are presented. */
export class ShipmentPresentationDto {
  @ListOf(() => PayingCreditDto, { max: 1000, description: 'Open LCs that all its orders are on.' })
  credits: PayingCreditDto[];
  @Nested(() => PayingCreditDto, {
    nullable: true,
    description:
      'Against which it was held: the chosen one, else the first to expire. Null: no LC pays for its orders.',
  })
  credit: PayingCreditDto | null;
  @Nested(() => PresentationDto, { nullable: true, description: 'Null until somebody says under which LC.' })
  presentation: PresentationDto | null;
  @ListOf(() => FindingDto, { max: 10_000, description: 'The gravest first.' }) findings: FindingDto[];
  @Whole({ min: 0, max: 10_000 }) discrepancies: number;
  @Whole({ min: 0, max: 10_000, description: 'Documents of 46A that are not on the list of papers.' }) unlisted: number;

  static from({ credits, credit, presentation, findings, unlisted }: Preflight): ShipmentPresentationDto {
    return {
      ...{ credits, credit, findings, unlisted: unlisted.length },
      presentation: presentation && PresentationDto.from(presentation),
      discrepancies: countOf(findings, 'discrepancy'),
    };
  }
}
