import { Column } from 'typeorm';
import { WithAttachment } from '../../../platform/storage/with-attachment';
import type { Day } from '../../../platform/values/day';

/** Incoterms 2020: any mode of transport, then sea and inland water alone. */
export const INCOTERMS = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const;
export type Incoterm = (typeof INCOTERMS)[number];

/** What two sides agree besides goods and prices, as the paper says it; each may be left open. */
export abstract class InvoiceTerms extends WithAttachment('pdf_file') {
  /** Name and address, as the paper shows them; so the next two. */
  @Column('text', { nullable: true })
  seller: string | null;

  @Column('text', { nullable: true })
  buyer: string | null;

  @Column('text', { nullable: true })
  notifyParty: string | null;

  @Column('varchar', { length: 255, nullable: true })
  bankName: string | null;

  @Column('text', { nullable: true })
  bankAddress: string | null;

  @Column('varchar', { length: 11, nullable: true })
  bankBic: string | null;

  @Column('varchar', { length: 60, nullable: true })
  bankAccount: string | null;

  @Column('varchar', { length: 3, nullable: true })
  incoterm: Incoterm | null;

  /** Without a named place an Incoterm says nothing. */
  @Column('varchar', { length: 120, nullable: true })
  incotermPlace: string | null;

  /** Of the rules: 2020, unless told. */
  @Column('integer', { nullable: true })
  incotermYear: number | null;

  @Column('varchar', { length: 120, nullable: true })
  portOfLoading: string | null;

  @Column('varchar', { length: 120, nullable: true })
  portOfDischarge: string | null;

  /** The day on which the goods are to leave. */
  @Column('date', { nullable: true })
  etd: Day | null;

  @Column('boolean', { nullable: true })
  partialShipments: boolean | null;

  @Column('boolean', { nullable: true })
  transhipment: boolean | null;

  /** ±, of quantity and amount. */
  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  tolerancePercent: string | null;

  @Column('text', { nullable: true })
  paymentTerms: string | null;

  @Column('text', { nullable: true })
  packing: string | null;

  /** One a line. */
  @Column('text', { nullable: true })
  documentsOffered: string | null;

  @Column('varchar', { length: 255, nullable: true })
  signatory: string | null;
}

/** In the order in which a paper tells them. */
export const TERMS = [
  'seller',
  'buyer',
  'notifyParty',
  'etd',
  'incoterm',
  'incotermPlace',
  'incotermYear',
  'portOfLoading',
  'portOfDischarge',
  'partialShipments',
  'transhipment',
  'tolerancePercent',
  'paymentTerms',
  'packing',
  'documentsOffered',
  'bankName',
  'bankAddress',
  'bankBic',
  'bankAccount',
  'signatory',
] as const satisfies readonly (keyof InvoiceTerms)[];
export type Terms = Pick<InvoiceTerms, (typeof TERMS)[number]>;
