import { OmitType, PartialType } from '@nestjs/swagger';
import {
  AmountField,
  CurrencyField,
  DayField,
  Id,
  Instant,
  Nested,
  OneOf,
  PercentField,
  SomeOf,
  Text,
  Whole,
} from '../../../platform/http/fields';
import { StoredFileDto } from '../../../platform/storage/attachment.dto';
import { amountText } from '../../../platform/values/money';
import { percentText } from '../amounts';
import { PersonDto } from '../../orders/order/orders.dto';
import type { LetterOfCredit } from './letter-of-credit.entity';
import {
  LETTER_OF_CREDIT_STATUSES,
  letterOfCreditLifecycle,
  type LetterOfCreditStatus,
} from './letter-of-credit.lifecycle';

const may = { optional: true, nullable: true } as const;

/** What a person may write on an LC; its status moves by its own routes. */
export class CreateLetterOfCreditDto {
  @Id() orderId: string;
  @Text({ optional: true, max: 100, description: 'The bank’s. Left out: LC-00001 and on.', example: 'EXLC-2026-0417' })
  lcNumber?: string;
  @AmountField({ example: '158466.00' }) amount: string;
  @CurrencyField({ optional: true, description: 'That of the order, unless told.' }) currency?: string;
  @DayField({ example: '2026-11-21' }) issueDate: string;
  @DayField({ description: 'The last day to present documents.', example: '2027-01-20' }) expiryDate: string;
  @DayField({ ...may, description: 'The last day to ship.', example: '2027-01-05' }) latestShipmentDate?: string | null;
  @PercentField({ ...may, description: '39A: so much more may be drawn.', example: '5' })
  amountPlusPercent?: string | null;
  @PercentField({ ...may, description: '39A: and so much less.', example: '5' }) amountMinusPercent?: string | null;
  @PercentField({ ...may, description: '45A or 47A: so much more may be shipped; “about” is 10.', example: '5' })
  quantityPlusPercent?: string | null;
  @PercentField({ ...may, description: '45A or 47A: and so much less.', example: '5' })
  quantityMinusPercent?: string | null;
  @Text({ ...may, max: 255, example: 'HSBC, London' }) issuingBank?: string | null;
  @Text({ ...may, max: 5000, example: 'Partial shipment allowed.' }) notes?: string | null;
}

export class UpdateLetterOfCreditDto extends PartialType(OmitType(CreateLetterOfCreditDto, ['orderId']), {
  skipNullProperties: false,
}) {}

export class LetterOfCreditDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Text({ max: 100, example: 'EXLC-2026-0417' }) lcNumber: string;
  @OneOf(LETTER_OF_CREDIT_STATUSES, { name: 'LetterOfCreditStatus' }) status: LetterOfCreditStatus;
  @SomeOf(LETTER_OF_CREDIT_STATUSES, { name: 'LetterOfCreditStatus', description: 'Where it may go from here.' })
  nextStatuses: LetterOfCreditStatus[];
  @AmountField({ example: '158466.00' }) amount: string;
  @CurrencyField() currency: string;
  @DayField({ example: '2026-11-21' }) issueDate: string;
  @DayField({ description: 'The last day to present documents.', example: '2027-01-20' }) expiryDate: string;
  @DayField({ nullable: true, description: 'The last day to ship.', example: '2027-01-05' }) latestShipmentDate:
    string | null;
  @PercentField({ nullable: true, description: '39A: so much more may be drawn.', example: '5' }) amountPlusPercent:
    string | null;
  @PercentField({ nullable: true, description: '39A: and so much less.', example: '5' }) amountMinusPercent:
    string | null;
  @PercentField({ nullable: true, description: '45A or 47A: so much more may be shipped.', example: '5' })
  quantityPlusPercent: string | null;
  @PercentField({ nullable: true, description: '45A or 47A: and so much less.', example: '5' }) quantityMinusPercent:
    string | null;
  @Text({ max: 255, nullable: true, example: 'HSBC, London' }) issuingBank: string | null;
  @Text({ max: 5000, nullable: true, example: 'Partial shipment allowed.' }) notes: string | null;
  @Nested(() => StoredFileDto, { nullable: true }) document: StoredFileDto | null;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(credit: LetterOfCredit): LetterOfCreditDto {
    return {
      id: credit.id,
      orderId: credit.orderId,
      orderNumber: credit.order.orderNumber,
      customerName: credit.order.customerName,
      lcNumber: credit.lcNumber,
      status: credit.status,
      nextStatuses: [...letterOfCreditLifecycle.nextOf(credit.status)],
      amount: amountText(credit.amount, credit.currency),
      currency: credit.currency,
      issueDate: credit.issueDate,
      expiryDate: credit.expiryDate,
      latestShipmentDate: credit.latestShipmentDate,
      amountPlusPercent: percentText(credit.amountPlusPercent),
      amountMinusPercent: percentText(credit.amountMinusPercent),
      quantityPlusPercent: percentText(credit.quantityPlusPercent),
      quantityMinusPercent: percentText(credit.quantityMinusPercent),
      issuingBank: credit.issuingBank,
      notes: credit.notes,
      document: StoredFileDto.from(credit.attachment),
      createdBy: PersonDto.from(credit.createdBy),
      createdAt: credit.createdAt.toISOString(),
      updatedAt: credit.updatedAt.toISOString(),
      rowVersion: credit.rowVersion,
    };
  }
}
