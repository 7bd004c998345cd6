import { quantityWords } from '../../../platform/values/words';
import {
  AmountField,
  CurrencyField,
  DayField,
  Id,
  ListOf,
  Nested,
  OneOf,
  PercentField,
  PriceField,
  QuantityField,
  Text,
  UnitField,
  Whole,
} from '../../../platform/http/fields';
import type { Unit } from '../../../platform/values/quantity';
import { DOCUMENT_KINDS, INCOTERMS, type DocumentKind, type IncotermRule } from './swift/narrative';
import type { SwiftField } from './swift/swift-message';
import { wordsOf } from './swift/swift-message';
import type { ReadingFault } from './swift/mt700';
import {
  AVAILABILITIES,
  CONFIRMATIONS,
  PERMISSIONS,
  TENOR_STARTS,
  type Availability,
  type Confirmation,
  type Permission,
  type TenorStart,
} from './swift/swift-values';
import {
  TERM_TOLERANCE_SOURCES,
  type CreditTerms,
  type DocumentWanted,
  type OtherField,
  type TermItem,
  type TermKey,
  type TermSource,
  type TermToleranceSource,
} from './terms';
import type { TermChange } from './effective-terms';

const none = { nullable: true } as const;
const LONG = 100_000;
const place = { min: 0, max: 200_000 } as const;

export class TermSourceDto {
  @Whole({ min: 0, max: 999, description: '0: the LC as it was issued; n: its n-th amendment.', example: 0 })
  message: number;
  @Text({ max: 5, example: '31D' }) tag: string;
  @Text({ max: LONG, min: 0, example: '270120BANGLADESH' }) words: string;
  @Whole({ ...place, description: 'Where it begins in the text of that message.', example: 120 }) from: number;
  @Whole({ ...place, example: 141 }) to: number;
}

export class NamedTermSourceDto extends TermSourceDto {
  @Text({ max: 40, description: 'The term that was read there.', example: 'expiryDate' }) term: string;
}

export class TermItemDto {
  @Text({ max: LONG, example: 'ALL DOCUMENTS MUST SHOW THIS CREDIT NUMBER' }) text: string;
  @Nested(() => TermSourceDto, none) source: TermSource | null;
}

export class DocumentWantedDto extends TermItemDto {
  @OneOf(DOCUMENT_KINDS, { name: 'CreditDocumentKind' }) kind: DocumentKind;
  @Whole({ min: 0, max: 99, nullable: true, example: 1 }) originals: number | null;
  @Whole({ min: 0, max: 99, nullable: true, example: 2 }) copies: number | null;
}

export class PartyTermDto {
  @Text({ max: LONG, example: 'ANABIA LTD' }) name: string;
  @Text({ max: LONG, nullable: true, example: '1 HIGH STREET\nLONDON' }) address: string | null;
}

export class TermToleranceDto {
  @PercentField({ example: '5' }) plus: string;
  @PercentField({ example: '5' }) minus: string;
  @OneOf(TERM_TOLERANCE_SOURCES, { name: 'TermToleranceSource' }) from: TermToleranceSource;
}

export class TenorDto {
  @Whole({ min: 0, max: 999, description: '0 from sight: at sight.', example: 90 }) days: number;
  @OneOf(TENOR_STARTS, { name: 'TenorStart' }) from: TenorStart;
}

export class GoodsQuantityDto {
  @QuantityField({ example: '44640' }) quantity: string;
  @UnitField() unit: Unit;
  @Text({ max: 5, nullable: true, description: '`about`: 10 % either way (UCP 600 art. 30a).' }) nearly: string | null;
}

export class UnitPriceDto {
  @PriceField() price: string;
  @CurrencyField() currency: string;
  @UnitField() unit: Unit;
}

export class IncotermDto {
  @OneOf(INCOTERMS, { name: 'IncotermRule' }) rule: IncotermRule;
  @Text({ max: 200, nullable: true, example: 'CHATTOGRAM, BANGLADESH' }) place: string | null;
  @Whole({ min: 1900, max: 2199, nullable: true, example: 2020 }) year: number | null;
}

export class OtherFieldDto extends TermSourceDto {
  @Text({ max: 100, nullable: true, description: 'Null: no field of MT700 or MT707.' }) name: string | null;
}

/** The terms of an LC; null where it says nothing, or nothing that could be read. */
export class CreditTermsDto {
  @Text({ max: LONG, ...none, description: '40A', example: 'IRREVOCABLE' }) form: string | null;
  @Text({ max: LONG, ...none, description: '20', example: 'EXLC-2026-0417' }) lcNumber: string | null;
  @DayField({ ...none, description: '31C' }) issueDate: string | null;
  @Text({ max: LONG, ...none, description: '40E', example: 'UCP LATEST VERSION' }) rules: string | null;
  @DayField({ ...none, description: '31D: the last day to present.' }) expiryDate: string | null;
  @Text({ max: LONG, ...none, description: '31D', example: 'BANGLADESH' }) expiryPlace: string | null;
  @Text({ max: LONG, ...none, description: '52a, or who sent the message.' }) issuingBank: string | null;
  @Text({ max: LONG, ...none, description: '51a' }) applicantBank: string | null;
  @Nested(() => PartyTermDto, { ...none, description: '50' }) applicant: PartyTermDto | null;
  @Nested(() => PartyTermDto, { ...none, description: '59' }) beneficiary: PartyTermDto | null;
  @AmountField({ ...none, description: '32B' }) amount: string | null;
  @CurrencyField({ ...none, description: '32B' }) currency: string | null;
  @Nested(() => TermToleranceDto, { ...none, description: '39A' }) amountTolerance: TermToleranceDto | null;
  @Text({ max: LONG, ...none, description: '39C' }) additionalAmounts: string | null;
  @Text({ max: LONG, ...none, description: '41a', example: 'ANY BANK IN BANGLADESH' }) availableWith: string | null;
  @OneOf(AVAILABILITIES, { ...none, name: 'CreditAvailability' }) availableBy: Availability | null;
  @Nested(() => TenorDto, { ...none, description: '42C, 42P, 42M' }) tenor: TenorDto | null;
  @Text({ max: LONG, ...none, example: '90 DAYS AFTER B/L DATE' }) tenorText: string | null;
  @Text({ max: LONG, ...none, description: '42a' }) drawee: string | null;
  @OneOf(PERMISSIONS, { ...none, name: 'CreditPermission' }) partialShipments: Permission | null;
  @OneOf(PERMISSIONS, { ...none, name: 'CreditPermission' }) transhipment: Permission | null;
  @Text({ max: LONG, ...none, description: '44A' }) placeOfReceipt: string | null;
  @Text({ max: LONG, ...none, description: '44E' }) portOfLoading: string | null;
  @Text({ max: LONG, ...none, description: '44F' }) portOfDischarge: string | null;
  @Text({ max: LONG, ...none, description: '44B' }) placeOfDelivery: string | null;
  @DayField({ ...none, description: '44C' }) latestShipmentDate: string | null;
  @Text({ max: LONG, ...none, description: '44D' }) shipmentPeriod: string | null;
  @ListOf(() => TermItemDto, { max: 1000, description: '45A' }) goods: TermItem[];
  @ListOf(() => GoodsQuantityDto, { max: 10 }) quantities: GoodsQuantityDto[];
  @ListOf(() => UnitPriceDto, { max: 1000 }) unitPrices: UnitPriceDto[];
  @Nested(() => TermToleranceDto, { ...none, description: 'Null: UCP 600 art. 30(b) decides.' })
  quantityTolerance: TermToleranceDto | null;
  @Nested(() => IncotermDto, none) incoterm: IncotermDto | null;
  @ListOf(() => DocumentWantedDto, { max: 1000, description: '46A' }) documents: DocumentWanted[];
  @ListOf(() => TermItemDto, { max: 1000, description: '47A' }) conditions: TermItem[];
  @Text({ max: LONG, ...none, description: '71D' }) charges: string | null;
  @Whole({ min: 0, max: 999, ...none, description: '48; null: 21 (UCP 600 art. 14c).', example: 21 })
  presentationDays: number | null;
  @Text({ max: LONG, ...none, description: '48' }) presentationText: string | null;
  @OneOf(CONFIRMATIONS, { ...none, name: 'CreditConfirmation' }) confirmation: Confirmation | null;
  @Text({ max: LONG, ...none, description: '58a' }) confirmingBank: string | null;
  @Text({ max: LONG, ...none, description: '53a' }) reimbursingBank: string | null;
  @Text({ max: LONG, ...none, description: '57a' }) adviseThrough: string | null;
  @Text({ max: LONG, ...none, description: '78' }) bankInstructions: string | null;
  @Text({ max: LONG, ...none, description: '72Z' }) bankNotes: string | null;
  @ListOf(() => NamedTermSourceDto, { max: 100, description: 'Where each term was read; none for what was typed.' })
  sources: NamedTermSourceDto[];
  @ListOf(() => OtherFieldDto, { max: 1000, description: 'Fields that hold none of these terms.' })
  others: OtherField[];

  static from({ sources, quantities, ...terms }: CreditTerms): CreditTermsDto {
    return {
      ...terms,
      quantities: quantities.map(({ quantity, unit, about }) => ({ quantity, unit, nearly: about ? 'about' : null })),
      sources: Object.entries(sources).map(([term, source]) => ({ term, ...source })),
    };
  }
}

export class SwiftFieldDto {
  @Text({ max: 5, example: '32B' }) tag: string;
  @Text({ max: 100, nullable: true, example: 'Currency code, amount' }) name: string | null;
  @Text({ max: LONG, min: 0, example: 'USD158466,00' }) words: string;
  @Whole({ ...place, example: 120 }) from: number;
  @Whole({ ...place, example: 141 }) to: number;

  static from(field: SwiftField): SwiftFieldDto {
    return { tag: field.tag, name: field.name, words: wordsOf(field), from: field.from, to: field.to };
  }
}

/** A stretch of the text that a person must look at. */
export class ReadingFaultDto {
  @Text({ max: 5, nullable: true, example: '44C' }) tag: string | null;
  @Text({ max: 500, example: 'Field 44C (Latest date of shipment) could not be read: see its words.' })
  sentence: string;

  static from({ source, sentence }: ReadingFault): ReadingFaultDto {
    return { tag: source?.tag ?? null, sentence };
  }
}

/** A term that an amendment changes, as people read it; narratives item by item, one a line. */
export class TermChangeDto {
  @Text({ max: 40, example: 'latestShipmentDate' }) term: string;
  @Text({ max: LONG, nullable: true, example: '2027-01-05' }) before: string | null;
  @Text({ max: LONG, nullable: true, example: '2027-01-20' }) after: string | null;

  static from({ key, before, after }: TermChange): TermChangeDto {
    return { term: key, before: termText(before), after: termText(after) };
  }
}

/** A term in words, whatever its kind; null where there is none. */
export function termText(value: CreditTerms[TermKey]): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((item) => termText(item as never)).join('\n') || null;
  if ('plus' in value) return `+${value.plus}/−${value.minus} %`;
  if ('days' in value) return value.days === 0 ? 'at sight' : `${value.days} days from ${value.from}`;
  if ('rule' in value) return [value.rule, value.place, value.year].filter((part) => part !== null).join(', ');
  return textOfItem(value as unknown as ItemValue);
}

type ItemValue =
  | { name: string; address: string | null }
  | { text: string }
  | { quantity: string; unit: string }
  | { price: string; currency: string; unit: string };

function textOfItem(value: ItemValue): string {
  if ('name' in value) return [value.name, value.address].filter((part) => part !== null).join('\n');
  if ('text' in value) return value.text;
  if ('quantity' in value) return quantityWords(value.quantity, value.unit);
  return `${value.currency} ${value.price} / ${value.unit}`;
}

export class ReadSwiftTextDto {
  @Text({ max: 200_000, description: 'An MT700 or MT707, as the bank sent it.' }) text: string;
}

export class MatchedCreditDto {
  @Id() id: string;
  @Text({ max: 100, example: 'EXLC-2026-0417' }) lcNumber: string;
}

/** What a text says, before anything is kept. */
export class SwiftReadingDto {
  @OneOf(['letter_of_credit', 'amendment'], { name: 'SwiftTextKind' }) kind: 'letter_of_credit' | 'amendment';
  @Text({ max: 3, nullable: true, description: 'MT700, MT707…', example: '700' }) type: string | null;
  @Text({ max: 11, nullable: true, example: 'HSBCGB2L' }) sender: string | null;
  @ListOf(() => SwiftFieldDto, { max: 20_000 }) fields: SwiftFieldDto[];
  @Nested(() => CreditTermsDto, { nullable: true, description: 'Of an LC.' }) terms: CreditTermsDto | null;
  @Nested(() => MatchedCreditDto, { nullable: true, description: 'The LC of this number, if you have it.' })
  credit: MatchedCreditDto | null;
  @ListOf(() => TermChangeDto, { max: 100, description: 'Of an amendment, against that LC.' }) changes: TermChangeDto[];
  @ListOf(() => ReadingFaultDto, { max: 20_000 }) faults: ReadingFaultDto[];
}
