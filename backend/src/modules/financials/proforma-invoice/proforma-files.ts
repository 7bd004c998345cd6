import type { ProformaInvoice } from './proforma-invoice.entity';

/** Where the PDFs of PIs lie: the owner's own path. */
export const FOLDER = 'financials/proforma_invoices';

/** `pi-00042-v2` */
export const fileName = ({ piNumber, version }: Pick<ProformaInvoice, 'piNumber' | 'version'>): string =>
  `${piNumber.toLowerCase()}-v${version}`;
