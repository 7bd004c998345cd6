import {
  AmountField,
  DayField,
  Id,
  Instant,
  ListOf,
  Nested,
  OneOf,
  QuantityField,
  SomeOf,
  Text,
  TextList,
  UnitField,
  Whole,
} from '../../../platform/http/fields';
import type { Unit } from '../../../platform/values/quantity';
import { PersonDto } from '../../orders/order/orders.dto';
import type { LetterOfCreditAmendment } from './amendment/amendment.entity';
import { AMENDMENT_STATUSES, amendmentLifecycle, type AmendmentStatus } from './amendment/amendment.lifecycle';
import type { SwiftReading, TermsOfCredit } from './credit-terms.service';
import {
  AVAILABILITIES,
  CONFIRMATIONS,
  PERMISSIONS,
  type Availability,
  type Confirmation,
  type Permission,
} from './swift/swift-values';
import {
  CreditTermsDto,
  IncotermDto,
  PartyTermDto,
  ReadingFaultDto,
  SwiftFieldDto,
  SwiftReadingDto,
  TenorDto,
  TermChangeDto,
} from './terms.dto';

const may = { optional: true, nullable: true } as const;

export class QuantityTermDto {
  @QuantityField({ example: '44640' }) quantity: string;
  @UnitField() unit: Unit;
}

/** Terms by hand. Amount, days, tolerances and bank stand on the LC itself. */
export class UpdateCreditTermsDto {
  @Text({ ...may, max: 200 }) form?: string | null;
  @Text({ ...may, max: 200 }) rules?: string | null;
  @Text({ ...may, max: 200 }) expiryPlace?: string | null;
  @Nested(() => PartyTermDto, may) applicant?: PartyTermDto | null;
  @Nested(() => PartyTermDto, may) beneficiary?: PartyTermDto | null;
  @Text({ ...may, max: 500 }) additionalAmounts?: string | null;
  @Text({ ...may, max: 500 }) availableWith?: string | null;
  @OneOf(AVAILABILITIES, { ...may, name: 'CreditAvailability' }) availableBy?: Availability | null;
  @Nested(() => TenorDto, may) tenor?: TenorDto | null;
  @Text({ ...may, max: 500 }) drawee?: string | null;
  @OneOf(PERMISSIONS, { ...may, name: 'CreditPermission' }) partialShipments?: Permission | null;
  @OneOf(PERMISSIONS, { ...may, name: 'CreditPermission' }) transhipment?: Permission | null;
  @Text({ ...may, max: 500 }) placeOfReceipt?: string | null;
  @Text({ ...may, max: 500 }) portOfLoading?: string | null;
  @Text({ ...may, max: 500 }) portOfDischarge?: string | null;
  @Text({ ...may, max: 500 }) placeOfDelivery?: string | null;
  @Text({ ...may, max: 500 }) shipmentPeriod?: string | null;
  @TextList({ optional: true, max: 200, each: 10_000, description: '45A, item by item.' }) goods?: string[];
  @ListOf(() => QuantityTermDto, { optional: true, max: 7 }) quantities?: QuantityTermDto[];
  @Nested(() => IncotermDto, may) incoterm?: IncotermDto | null;
  @TextList({ optional: true, max: 200, each: 10_000, description: '46A, item by item.' }) documents?: string[];
  @TextList({ optional: true, max: 200, each: 10_000, description: '47A, item by item.' }) conditions?: string[];
  @Text({ ...may, max: 5000 }) charges?: string | null;
  @Whole({ ...may, min: 0, max: 365, description: '48; null: 21 (UCP 600 art. 14c).' }) presentationDays?:
    | number
    | null;
  @OneOf(CONFIRMATIONS, { ...may, name: 'CreditConfirmation' }) confirmation?: Confirmation | null;
}

export class PasteSwiftTextDto {
  @Text({
    max: 200_000,
    description: 'The MT700 as the bank sent it.',
    example: ':20:DC-1182\n:31C:261113\n:31D:270125DHAKA\n:32B:USD96400,',
  })
  text: string;
}

export class AmendmentDto {
  @Id() id: string;
  @Whole({ min: 1, max: 999, description: 'Its place among those that came.', example: 1 }) sequence: number;
  @Whole({ min: 0, max: 999, nullable: true, description: '26E', example: 1 }) bankNumber: number | null;
  @DayField({ nullable: true, description: '30' }) amendedOn: string | null;
  @DayField() receivedOn: string;
  @OneOf(AMENDMENT_STATUSES, { name: 'AmendmentStatus' }) status: AmendmentStatus;
  @SomeOf(AMENDMENT_STATUSES, { name: 'AmendmentStatus' }) nextStatuses: AmendmentStatus[];
  @DayField({ nullable: true }) decidedOn: string | null;
  @Text({ max: 1000, nullable: true, description: 'Why it was rejected.' }) reason: string | null;
  @Text({ max: 5000, nullable: true }) notes: string | null;
  @Text({ max: 200_000, nullable: true, description: 'The MT707; null where it was typed.' }) sourceText: string | null;
  @ListOf(() => TermChangeDto, { max: 100, description: 'What it changed, or would change.' }) changes: TermChangeDto[];
  @TextList({ max: 1000, each: 110_000, description: 'What of it found no place, in sentences.' }) unplaced: string[];
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @Instant() createdAt: string;

  static from({ amendment, changes, unplaced }: TermsOfCredit['amendments'][number]): AmendmentDto {
    const { id, sequence, bankNumber, amendedOn, receivedOn, status, decidedOn, reason, notes } = amendment;
    return {
      ...{ id, sequence, bankNumber, amendedOn, receivedOn, status, decidedOn, reason, notes },
      nextStatuses: [...amendmentLifecycle.nextOf(status)],
      sourceText: amendment.sourceText,
      changes: changes.map((change) => TermChangeDto.from(change)),
      unplaced: [...unplaced, ...narratives(amendment)],
      createdBy: PersonDto.from(amendment.createdBy),
      createdAt: amendment.createdAt.toISOString(),
    };
  }
}

/** What only a person can read of it. */
const narratives = ({ terms }: LetterOfCreditAmendment): string[] =>
  terms.others.map(({ tag, words }) => `Field ${tag} is for a person to read: “${words}”`);

/** The terms of an LC as they stand, where they were read, and what amended them. */
export class LetterOfCreditTermsDto {
  @Id() letterOfCreditId: string;
  @Nested(() => CreditTermsDto) terms: CreditTermsDto;
  @Text({ max: 200_000, nullable: true, description: 'The MT700; null where the terms were typed.' }) sourceText:
    | string
    | null;
  @ListOf(() => AmendmentDto, { max: 999 }) amendments: AmendmentDto[];
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from({ credit, terms, sourceText, amendments }: TermsOfCredit): LetterOfCreditTermsDto {
    return {
      letterOfCreditId: credit.id,
      terms: CreditTermsDto.from(terms),
      sourceText,
      amendments: amendments.map((each) => AmendmentDto.from(each)),
      rowVersion: credit.rowVersion,
    };
  }
}

/** An amendment by hand: the terms that it changes. */
export class AmendedByHandDto {
  @AmountField({ optional: true, description: 'The new amount, in the currency of the LC.' }) amount?: string;
  @DayField({ optional: true }) expiryDate?: string;
  @DayField({ optional: true }) latestShipmentDate?: string;
  @Whole({ optional: true, min: 0, max: 365 }) presentationDays?: number;
  @OneOf(PERMISSIONS, { optional: true, name: 'CreditPermission' }) partialShipments?: Permission;
  @OneOf(PERMISSIONS, { optional: true, name: 'CreditPermission' }) transhipment?: Permission;
  @Text({ optional: true, max: 500 }) portOfLoading?: string;
  @Text({ optional: true, max: 500 }) portOfDischarge?: string;
  @TextList({ optional: true, max: 200, each: 10_000, description: 'All of 45A anew.' }) goods?: string[];
  @TextList({ optional: true, max: 200, each: 10_000, description: 'All of 46A anew.' }) documents?: string[];
  @TextList({ optional: true, max: 200, each: 10_000, description: 'All of 47A anew.' }) conditions?: string[];
}

export class AcceptAmendmentDto {
  @DayField({ optional: true, description: 'Today, unless told.' }) decidedOn?: string;
}

export class RejectAmendmentDto {
  @Text({ max: 1000, example: 'The new price was not agreed.' }) reason: string;
  @DayField({ optional: true, description: 'Today, unless told.' }) decidedOn?: string;
}

export class RecordAmendmentDto {
  @Text({ optional: true, alternative: true, max: 200_000, description: 'The MT707; left out, where it is typed.' })
  text?: string;
  @DayField({ optional: true, description: 'Today, unless told.' }) receivedOn?: string;
  @Whole({ ...may, min: 0, max: 999, description: 'As the bank counts; read from the text, unless told.' })
  bankNumber?: number | null;
  @Text({ ...may, max: 5000 }) notes?: string | null;
  @Nested(() => AmendedByHandDto, { optional: true, description: 'What the text does not say, or says wrongly.' })
  changes?: AmendedByHandDto;
}

export function readingDto(read: SwiftReading): SwiftReadingDto {
  const { reading, credit, kind } = read;
  const { type, sender, fields } = reading.message;
  return {
    kind,
    type,
    sender,
    fields: fields.map((field) => SwiftFieldDto.from(field)),
    terms: read.kind === 'letter_of_credit' ? CreditTermsDto.from(read.reading.terms) : null,
    credit: credit && { id: credit.id, lcNumber: credit.lcNumber },
    changes: read.kind === 'amendment' ? read.changes.map((change) => TermChangeDto.from(change)) : [],
    faults: [
      ...reading.faults.map((fault) => ReadingFaultDto.from(fault)),
      ...(read.kind === 'amendment' ? read.unplaced.map((sentence) => ({ tag: null, sentence })) : []),
    ],
  };
}
