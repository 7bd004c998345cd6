import type { Day } from '../../../platform/values/day';
import type { Unit } from '../../../platform/values/quantity';
import type { DocumentKind } from '../../financials/letter-of-credit/swift/narrative';
import type { Finding } from '../findings/finding';

export const PRESENTED_RULES = [
  'shipped.late',
  'presented.late',
  'presented.expired',
  'invoice.currency',
  'invoice.over',
  'invoice.quantity',
  'invoice.price',
  'invoice.goods',
  'invoice.words',
  'invoice.term',
  'invoice.applicant',
  'invoice.beneficiary',
  'partial.shipped',
  'packing.ties',
  'transport.kind',
  'transport.loading',
  'transport.discharge',
  'transport.clean',
  'transport.transhipment',
  'insurance.unknown',
  'insurance.amount',
  'insurance.currency',
  'insurance.date',
  'paper.missing',
  'paper.copies',
] as const;
export type PresentedRule = (typeof PRESENTED_RULES)[number];

/** One thing in the documents that the bank would refuse, or may. */
export type PresentedFinding = Omit<Finding, 'rule'> & { rule: PresentedRule };

export interface Goods {
  quantity: string;
  unit: Unit;
}

export interface InvoicedGoods extends Goods {
  price: string;
  description: string;
}

export interface PresentedInvoice {
  number: string;
  amount: string;
  currency: string;
  buyer: string;
  /** Null on invoices of before. */
  seller: string | null;
  /** Incoterm and its place. */
  term: string | null;
  place: string | null;
  /** PIs that its prices stand on. */
  proformas: string[];
  notes: string | null;
  goods: InvoicedGoods[];
}

/** How a shipment's list of papers names them; the LC's names are mapped on these. */
export interface PresentedPaper {
  kind: string;
  /** What it is called where its kind does not say. */
  title: string | null;
  wording: string | null;
  isThere: boolean;
  originals: number | null;
  copies: number | null;
}

interface Transport {
  kind: TransportKind | null;
  loading: string | null;
  discharge: string | null;
  isClean: boolean;
  /** By the transport document; in whole boxes or a share of one. */
  isTranshipped: boolean;
  isContainerised: boolean;
}

/** What is to be presented under an LC. */
export interface PresentedFacts {
  /** By the transport document; null while the goods have not left. */
  shippedOn: Day | null;
  /** When documents go to the bank: today, while nobody has said. */
  presentOn: Day;
  invoice: PresentedInvoice | null;
  /** Drawn under the LC before. */
  drawn: string;
  packed: Goods[];
  transport: Transport;
  insurance: { amount: string; currency: string; issuedOn: Day } | null;
  papers: PresentedPaper[];
}

export type TransportKind = Extract<DocumentKind, 'bill_of_lading' | 'air_waybill' | 'transport_document'>;
