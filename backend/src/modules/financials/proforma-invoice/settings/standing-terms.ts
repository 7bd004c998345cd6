import { addDays, type Day } from '../../../../platform/values/day';
import type { Letterhead } from '../../../orders/letterhead';
import type { Order } from '../../../orders/order/order.entity';
import type { ProformaInvoice } from '../proforma-invoice.entity';
import type { ProformaSettings } from './proforma-settings.entity';

/** What a new PI says before anybody types: the house's terms, and what its order knows. */
export function standingTerms(
  { terms, validDays }: ProformaSettings,
  order: Pick<Order, 'customerName' | 'earliestEtd'>,
  issueDate: Day,
): Partial<ProformaInvoice> {
  return {
    ...terms,
    buyer: order.customerName,
    etd: order.earliestEtd,
    validUntil: validDays === null ? null : addDays(issueDate, validDays),
  };
}

/** What every paper of the house begins and ends with. */
export const letterheadOf = ({ terms }: Pick<ProformaSettings, 'terms'>): Letterhead => ({
  seller: terms.seller ?? null,
  bankName: terms.bankName ?? null,
  bankAddress: terms.bankAddress ?? null,
  bankBic: terms.bankBic ?? null,
  bankAccount: terms.bankAccount ?? null,
  signatory: terms.signatory ?? null,
});
