import type { Day } from '../../../platform/values/day';
import type { Span } from './swift/swift-message';
import type { DocumentKind, GoodsQuantity, Incoterm, UnitPrice } from './swift/narrative';
import type { Availability, Confirmation, Party, Permission, Tenor } from './swift/swift-values';

/** Where a term was read: the words, and the stretch of the bank's text they stand on. */
export interface TermSource extends Span {
  /** The message: 0 is the LC as it was issued, n its n-th accepted amendment. */
  message: number;
  tag: string;
  words: string;
}

/** One item of a narrative. Its source is null where a person typed it. */
export interface TermItem {
  text: string;
  source: TermSource | null;
}

/** A document that 46A asks for. */
export interface DocumentWanted extends TermItem {
  kind: DocumentKind;
  originals: number | null;
  copies: number | null;
}

/** Who says how much more and less: a field of its own, a condition (45A, 47A), "about" (art. 30a), 39B, or a person. */
export const TERM_TOLERANCE_SOURCES = ['field', 'condition', 'about', 'maximum', 'typed'] as const;
export type TermToleranceSource = (typeof TERM_TOLERANCE_SOURCES)[number];

/** Percent either way, as it is written: `5`, `2.5`. */
export interface TermTolerance {
  plus: string;
  minus: string;
  from: TermToleranceSource;
}

/** What an LC says; null where it says nothing, or nothing that could be read. */
export interface CreditTermValues {
  /** 40A: `IRREVOCABLE`, `IRREVOCABLE TRANSFERABLE`. */
  form: string | null;
  /** 20, or 21 of an advice. */
  lcNumber: string | null;
  /** 31C */
  issueDate: Day | null;
  /** 40E: `UCP LATEST VERSION`. */
  rules: string | null;
  /** 31D: the last day to present. */
  expiryDate: Day | null;
  expiryPlace: string | null;
  /** 52a, or the sender of the message: a BIC or a name. */
  issuingBank: string | null;
  /** 51a */
  applicantBank: string | null;
  /** 50 */
  applicant: Party | null;
  /** 59 */
  beneficiary: Party | null;
  /** 32B, as it is written: `158466.00`. */
  amount: string | null;
  currency: string | null;
  /** 39A (or 39B, 45A, 47A). */
  amountTolerance: TermTolerance | null;
  /** 39C */
  additionalAmounts: string | null;
  /** 41a */
  availableWith: string | null;
  availableBy: Availability | null;
  /** 42C, 42P or 42M */
  tenor: Tenor | null;
  tenorText: string | null;
  /** 42a */
  drawee: string | null;
  /** 43P */
  partialShipments: Permission | null;
  /** 43T */
  transhipment: Permission | null;
  /** 44A */
  placeOfReceipt: string | null;
  /** 44E */
  portOfLoading: string | null;
  /** 44F */
  portOfDischarge: string | null;
  /** 44B */
  placeOfDelivery: string | null;
  /** 44C */
  latestShipmentDate: Day | null;
  /** 44D, instead of 44C. */
  shipmentPeriod: string | null;
  /** 45A, item by item. */
  goods: TermItem[];
  /** Out of 45A: one for each unit. */
  quantities: GoodsQuantity[];
  /** Out of 45A. */
  unitPrices: UnitPrice[];
  /** Of the quantity, out of 45A or 47A; null: UCP 600 art. 30(b) decides. */
  quantityTolerance: TermTolerance | null;
  /** Out of 45A, 46A or 47A. */
  incoterm: Incoterm | null;
  /** 46A */
  documents: DocumentWanted[];
  /** 47A */
  conditions: TermItem[];
  /** 71D (before 2018: 71B). */
  charges: string | null;
  /** 48: so many days after shipment; null: 21 (UCP 600 art. 14c). */
  presentationDays: number | null;
  presentationText: string | null;
  /** 49 */
  confirmation: Confirmation | null;
  /** 58a */
  confirmingBank: string | null;
  /** 53a */
  reimbursingBank: string | null;
  /** 57a */
  adviseThrough: string | null;
  /** 78 */
  bankInstructions: string | null;
  /** 72Z (before 2018: 72). */
  bankNotes: string | null;
}

export type TermKey = keyof CreditTermValues;

/** A field that neither MT700 nor MT707 has, or that holds no term: kept, and shown. */
export interface OtherField extends TermSource {
  name: string | null;
}

/** The terms of an LC as they stand after the amendments that were accepted. */
export interface CreditTerms extends CreditTermValues {
  /** Where each term was read. None for what a person typed, nor for what the LC does not say. */
  sources: Partial<Record<TermKey, TermSource>>;
  others: OtherField[];
}

/** An LC of which nothing is known yet. */
export const NO_TERMS: CreditTerms = {
  form: null,
  lcNumber: null,
  issueDate: null,
  rules: null,
  expiryDate: null,
  expiryPlace: null,
  issuingBank: null,
  applicantBank: null,
  applicant: null,
  beneficiary: null,
  amount: null,
  currency: null,
  amountTolerance: null,
  additionalAmounts: null,
  availableWith: null,
  availableBy: null,
  tenor: null,
  tenorText: null,
  drawee: null,
  partialShipments: null,
  transhipment: null,
  placeOfReceipt: null,
  portOfLoading: null,
  portOfDischarge: null,
  placeOfDelivery: null,
  latestShipmentDate: null,
  shipmentPeriod: null,
  goods: [],
  quantities: [],
  unitPrices: [],
  quantityTolerance: null,
  incoterm: null,
  documents: [],
  conditions: [],
  charges: null,
  presentationDays: null,
  presentationText: null,
  confirmation: null,
  confirmingBank: null,
  reimbursingBank: null,
  adviseThrough: null,
  bankInstructions: null,
  bankNotes: null,
  sources: {},
  others: [],
};
