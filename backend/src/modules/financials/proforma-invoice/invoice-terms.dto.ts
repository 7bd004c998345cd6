import { check, DayField, Flag, OneOf, PercentField, Text, Whole } from '../../../platform/http/fields';
import { BIC, isBic } from '../../../platform/values/bic';
import { INCOTERMS, TERMS, type Incoterm, type Terms } from './invoice-terms';
import { percentText } from '../amounts';

const may = { optional: true, nullable: true } as const;

/** The terms that a house offers again and again; all but the buyer, whom to notify and the day, which differ each time. */
export class StandingTermsDto {
  @Text({ ...may, max: 1000, example: 'Prova Fashion Ltd\nHouse 12, Road 7, Uttara, Dhaka 1230' })
  seller?: string | null;
  @Text({ ...may, max: 255, example: 'Standard Chartered Bank' }) bankName?: string | null;
  @Text({ ...may, max: 1000, example: '67 Gulshan Avenue, Dhaka 1212' }) bankAddress?: string | null;
  @Text({
    ...may,
    max: 11,
    pattern: BIC,
    example: 'SCBLBDDX',
    hint: 'A BIC has 8 or 11 capitals and digits, such as SCBLBDDX.',
  })
  @check('isBic', isBic, 'No bank has this BIC: its fifth and sixth letters are no country.')
  bankBic?: string | null;
  @Text({ ...may, max: 60, example: '01-1234567-01' }) bankAccount?: string | null;
  @OneOf(INCOTERMS, { ...may, name: 'Incoterm', example: 'FOB' }) incoterm?: Incoterm | null;
  @Text({ ...may, max: 120, description: 'The named place; with an Incoterm always.', example: 'Chattogram' })
  incotermPlace?: string | null;
  @Whole({ ...may, min: 2000, max: 2100, description: 'Of the rules; 2020 where it is left out.', example: 2020 })
  incotermYear?: number | null;
  @Text({ ...may, max: 120, example: 'Chattogram (BDCGP)' }) portOfLoading?: string | null;
  @Text({ ...may, max: 120, example: 'Hamburg (DEHAM)' }) portOfDischarge?: string | null;
  @Flag({ ...may, description: 'Whether they are allowed; null says nothing of it.' })
  partialShipments?: boolean | null;
  @Flag({ ...may, description: 'Whether it is allowed; null says nothing of it.' }) transhipment?: boolean | null;
  @PercentField({ ...may, description: '±, of quantity and amount.', example: '3' }) tolerancePercent?: string | null;
  @Text({ ...may, max: 2000, example: 'Irrevocable LC at sight.' }) paymentTerms?: string | null;
  @Text({ ...may, max: 2000, example: 'Rolls in polybags, labelled by lot.' }) packing?: string | null;
  @Text({ ...may, max: 2000, description: 'One a line.', example: 'Commercial invoice\nPacking list' })
  documentsOffered?: string | null;
  @Text({ ...may, max: 255, example: 'Rahim Uddin, Director' }) signatory?: string | null;
}

/** Of one PI. */
export class InvoiceTermsDto extends StandingTermsDto {
  @Text({ ...may, max: 1000, description: 'Name and address.', example: 'ANABIA GmbH\nHamburg' }) buyer?: string | null;
  @Text({ ...may, max: 1000, example: 'Same as buyer' }) notifyParty?: string | null;
  @DayField({ ...may, description: 'On which the goods are to leave.', example: '2027-01-05' }) etd?: string | null;
}

/** The terms of a row as they are answered. */
export const termsOf = (row: Terms): Terms =>
  Object.assign(Object.fromEntries(TERMS.map((term) => [term, row[term] ?? null])) as unknown as Terms, {
    tolerancePercent: percentText(row.tolerancePercent),
  });
