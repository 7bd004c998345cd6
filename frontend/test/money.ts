import type {
  CreditTermsDto,
  FinancialSummaryDto,
  LetterOfCreditDto,
  WholeProformaInvoiceDto,
} from '@/shared/api/generated';

const shared = {
  orderId: 'order-1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  amount: '109368.00',
  currency: 'USD',
  issueDate: '2026-11-21',
  notes: null,
  createdBy: { id: 'rina', fullName: 'Rina Akter' },
  createdAt: '2026-11-21T04:00:00Z',
  updatedAt: '2026-11-21T04:00:00Z',
  rowVersion: 1,
};

/** A PI as the API answers; name only what the test is about. */
export function anInvoice(given: Partial<WholeProformaInvoiceDto> = {}): WholeProformaInvoiceDto {
  return {
    ...shared,
    id: 'pi-1',
    piNumber: 'PI-00042',
    version: 1,
    replacesId: null,
    replacesNumber: null,
    status: 'draft',
    nextStatuses: ['sent', 'cancelled'],
    validUntil: null,
    pdf: null,
    sentAt: null,
    confirmedBy: null,
    confirmedAt: null,
    cancellationReason: null,
    review: null,
    lines: [],
    amountInWords: 'Say US dollars one hundred and nine thousand three hundred and sixty-eight only.',
    printedAt: null,
    reviewedBy: null,
    reviewedAt: null,
    reviewReason: null,
    ...given,
  };
}

export function aCredit(given: Partial<LetterOfCreditDto> = {}): LetterOfCreditDto {
  return {
    ...shared,
    id: 'lc-1',
    lcNumber: 'EXLC-2026-0417',
    status: 'pending',
    nextStatuses: ['issued'],
    expiryDate: '2027-01-20',
    latestShipmentDate: '2027-01-05',
    presentBy: '2027-01-20',
    presentByExpected: false,
    shippedOn: null,
    check: null,
    amountPlusPercent: null,
    amountMinusPercent: null,
    quantityPlusPercent: null,
    quantityMinusPercent: null,
    issuingBank: 'HSBC, London',
    orders: [{ id: shared.orderId, orderNumber: shared.orderNumber, customerName: shared.customerName }],
    proformaInvoices: [],
    balance: { most: '109368.00', drawn: '0.00', left: '109368.00' },
    amendments: { accepted: 0, pending: 0 },
    drawings: 0,
    closedOn: null,
    document: null,
    ...given,
  };
}

/** Nothing but one PI that is sent, and one LC that is issued. */
export function aSummary(): FinancialSummaryDto {
  const usd = [{ amount: '109368.00', currency: 'USD' }];
  const none = { count: 0, totals: [] };
  return {
    proformaInvoices: [
      { status: 'draft', ...none },
      { status: 'sent', count: 1, totals: usd },
      { status: 'confirmed', ...none },
      { status: 'cancelled', count: 2, totals: [...usd, { amount: '900000', currency: 'JPY' }] },
    ],
    lettersOfCredit: [
      { status: 'pending', ...none },
      { status: 'issued', count: 1, totals: usd },
      { status: 'confirmed', ...none },
      { status: 'expired', ...none },
    ],
    covered: usd,
  };
}

/** Terms of which nothing is known. */
export const someTerms: CreditTermsDto = {
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
  sources: [],
  others: [],
};
