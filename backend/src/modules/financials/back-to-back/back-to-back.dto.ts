import {
  AmountField,
  CurrencyField,
  DayField,
  DecimalField,
  Flag,
  Id,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Texts,
  Whole,
} from '../../../platform/http/fields';
import { amountText } from '../../../platform/values/money';
import { PersonDto } from '../../orders/order/orders.dto';
import { percentText } from '../amounts';
import type { BackToBackCredit, BackToBackRule } from './back-to-back.entity';
import {
  BACK_TO_BACK_STATES,
  isMaturityExpected,
  stateOf,
  USANCE_STARTS,
  type BackToBackState,
  type UsanceStart,
} from './back-to-back.rules';
import type { MasterStanding, Preview } from './back-to-back.service';

const may = { optional: true, nullable: true } as const;
const USANCE = { name: 'UsanceStart', description: 'From which day the days of usance count.' } as const;
const DAYS = { min: 0, max: 720, description: '0: at sight.', example: 120 };
const sum = { min: '0', max: '9999999999999', scale: 3, example: '2500.00' };
const signed = { ...sum, min: '-9999999999999' };

class WrittenBackToBackDto {
  @Text({
    optional: true,
    max: 100,
    description: 'The bank’s number; ours until it is known.',
    example: 'BTB-2026-118',
  })
  creditNumber?: string;
  @OneOf(USANCE_STARTS, { optional: true, ...USANCE }) usanceFrom?: UsanceStart;
  @DayField({ ...may, description: 'Empty: planned.' }) openedOn?: string | null;
  @DayField(may) expiryDate?: string | null;
  @DayField({ ...may, description: 'When the mill shipped.' }) shippedOn?: string | null;
  @DayField({ ...may, description: 'When its usance is expected to begin.' }) expectedOn?: string | null;
  @DayField({ ...may, description: 'When the bank accepted the mill’s documents.' }) acceptedOn?: string | null;
  @DayField({ ...may, description: 'As the bank said; else it is reckoned.' }) maturesOn?: string | null;
  @DayField(may) paidOn?: string | null;
  @Text({ ...may, max: 50, description: 'The utilisation declaration that lists it.', example: 'UD-2026-0412' })
  udNumber?: string | null;
  @Text({
    ...may,
    max: 500,
    description: 'Why it stands above the limit, or beyond the longest usance.',
    example: null,
  })
  exceptionReason?: string | null;
  @Text({ ...may, max: 5000, example: null }) notes?: string | null;
}

export class RecordBackToBackDto extends WrittenBackToBackDto {
  @Text({ max: 255, example: 'Meghna Knit Composite' }) millName: string;
  @AmountField({ description: 'In the currency of the master.', example: '42000.00' }) amount: string;
  @Whole(DAYS) usanceDays: number;
}

export class UpdateBackToBackDto extends WrittenBackToBackDto {
  @Text({ optional: true, max: 255, example: 'Meghna Knit Composite' }) millName?: string;
  @AmountField({ optional: true, example: '42000.00' }) amount?: string;
  @Whole({ optional: true, ...DAYS }) usanceDays?: number;
}

export class BackToBackDto {
  @Id() id: string;
  @Id({ description: 'The master.' }) letterOfCreditId: string;
  @Text({ max: 100, example: 'EXLC-2026-0417' }) masterNumber: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 100, example: 'BB-00042' }) creditNumber: string;
  @Text({ max: 255, example: 'Meghna Knit Composite' }) millName: string;
  @AmountField({ example: '42000.00' }) amount: string;
  @CurrencyField() currency: string;
  @OneOf(BACK_TO_BACK_STATES, { name: 'BackToBackState' }) state: BackToBackState;
  @Whole(DAYS) usanceDays: number;
  @OneOf(USANCE_STARTS, USANCE) usanceFrom: UsanceStart;
  @DayField({ nullable: true }) openedOn: string | null;
  @DayField({ nullable: true }) expiryDate: string | null;
  @DayField({ nullable: true }) shippedOn: string | null;
  @DayField({ nullable: true }) expectedOn: string | null;
  @DayField({ nullable: true }) acceptedOn: string | null;
  @DayField({ nullable: true }) maturesOn: string | null;
  @DayField({ nullable: true }) paidOn: string | null;
  @DayField({ nullable: true, description: 'When the mill is to be paid.' }) dueOn: string | null;
  @Flag({ description: 'Reckoned from a day that is only expected.' }) dueExpected: boolean;
  @Text({ max: 50, nullable: true, example: null }) udNumber: string | null;
  @Text({ max: 500, nullable: true, example: null }) exceptionReason: string | null;
  @Text({ max: 5000, nullable: true, example: null }) notes: string | null;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @Instant() createdAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(row: BackToBackCredit): BackToBackDto {
    const { letterOfCredit: master, createdBy, createdAt, amount, id, letterOfCreditId, creditNumber, millName } = row;
    const { usanceDays, usanceFrom, openedOn, expiryDate, shippedOn, expectedOn, acceptedOn, maturesOn } = row;
    const { paidOn, dueOn, udNumber, exceptionReason, notes, rowVersion } = row;
    return {
      ...{ id, letterOfCreditId, creditNumber, millName, usanceDays, usanceFrom, openedOn, expiryDate, shippedOn },
      ...{ expectedOn, acceptedOn, maturesOn, paidOn, dueOn, udNumber, exceptionReason, notes, rowVersion },
      ...{ masterNumber: master.lcNumber, currency: master.currency },
      ...{ orderId: master.orderId, orderNumber: master.order.orderNumber },
      amount: amountText(amount, master.currency),
      state: stateOf(row),
      dueExpected: isMaturityExpected(row),
      createdBy: PersonDto.from(createdBy),
      createdAt: createdAt.toISOString(),
    };
  }
}

export class BackToBackBasisDto {
  @DecimalField({ ...sum, optional: true }) freight?: string;
  @DecimalField({ ...sum, optional: true }) insurance?: string;
  @DecimalField({ ...sum, optional: true }) commission?: string;
}

export class RecordBackToBackRuleDto {
  @DayField({ example: '2026-07-01' }) validFrom: string;
  @DecimalField({ min: '0.01', max: '100', scale: 2, description: 'Of the net FOB of the master.', example: '75' })
  limitPercent: string;
  @Whole({ min: 0, max: 720, example: 180 }) maxUsanceDays: number;
  @Text({ max: 100, description: 'The circular, or who says so.', example: 'Our bank, by letter' }) source: string;
}

export class BackToBackRuleDto extends RecordBackToBackRuleDto {
  @Id() id: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from({ id, validFrom, limitPercent, maxUsanceDays, source, rowVersion }: BackToBackRule): BackToBackRuleDto {
    return { id, validFrom, limitPercent: percentText(limitPercent) ?? '', maxUsanceDays, source, rowVersion };
  }
}

export class BackToBackLimitDto {
  @CurrencyField() currency: string;
  @AmountField({ description: 'Of the master.' }) amount: string;
  @DecimalField(sum) freight: string;
  @DecimalField(sum) insurance: string;
  @DecimalField(sum) commission: string;
  @DecimalField(signed) netFob: string;
  @Nested(() => BackToBackRuleDto, { nullable: true, description: 'Of today; null while none is recorded.' })
  rule: BackToBackRuleDto | null;
  @DecimalField({ ...sum, nullable: true }) limit: string | null;
  @DecimalField(sum) used: string;
  @DecimalField({ ...signed, nullable: true, description: 'Below 0 where more was opened than the rule allows.' })
  headroom: string | null;
  @DayField({ description: 'The last day on which the master’s money is to come.' }) masterPaysOn: string;

  static of({ credit, basis, rule, limit, paysOn }: MasterStanding): BackToBackLimitDto {
    const { currency } = credit;
    const told = (amount: string) => amountText(amount, currency);
    return {
      ...{ currency, ...limit, masterPaysOn: paysOn, amount: told(credit.amount) },
      ...{ freight: told(basis.freight), insurance: told(basis.insurance), commission: told(basis.commission) },
      rule: rule && BackToBackRuleDto.from(rule),
    };
  }
}

export class MasterDto extends BackToBackLimitDto {
  @Id() letterOfCreditId: string;
  @Text({ max: 100, example: 'EXLC-2026-0417' }) lcNumber: string;
  @DayField() expiryDate: string;
  @ListOf(() => BackToBackDto, { max: 1000 }) backToBacks: BackToBackDto[];

  static from(master: MasterStanding): MasterDto {
    const { id, lcNumber, expiryDate } = master.credit;
    return {
      ...BackToBackLimitDto.of(master),
      ...{ letterOfCreditId: id, lcNumber, expiryDate },
      backToBacks: master.rows.map((row) => BackToBackDto.from(row)),
    };
  }
}

/** What would be, were it opened so. Nothing is kept. */
export class BackToBackPreviewDto extends BackToBackLimitDto {
  @DayField({ nullable: true }) dueOn: string | null;
  @Flag({ description: 'Reckoned from a day that is only expected.' }) dueExpected: boolean;
  @Texts({ description: 'What is against the rule, and needs a reason.', example: [] }) breaches: string[];
  @Texts({ example: ['It matures 10 days after the master pays.'] }) remarks: string[];

  static from(preview: Preview): BackToBackPreviewDto {
    const { due, breaches, remarks } = preview;
    return { ...BackToBackLimitDto.of(preview), dueOn: due.on, dueExpected: due.expected, breaches, remarks };
  }
}
