import { Conflict, InvalidInput, type FieldErrors } from '../../../platform/errors/domain-error';
import type { ProformaInvoiceStatus } from './proforma-invoice.lifecycle';

/** What was sent, confirmed or cancelled stays as it was. */
export class NotDraft extends Conflict {
  readonly code = 'proforma_invoice.not_draft';

  constructor(piNumber: string, status: ProformaInvoiceStatus, refused: 'changed' | 'deleted') {
    const advice =
      status === 'cancelled'
        ? 'It stays on record as it is; raise a new PI instead.'
        : refused === 'deleted'
          ? 'Cancel it with a reason instead: it stays on record under its number.'
          : 'Raise a new PI that replaces it.';
    super(`${piNumber} is ${status} and can no longer be ${refused}. ${advice}`, { currentStatus: status });
  }
}

/** 400: the order does not say, by itself, how much the PI is for. */
export class AmountNeeded extends InvalidInput {
  override readonly code = 'proforma_invoice.amount_needed';

  constructor(fields: readonly ('amount' | 'currency')[], sentence: string) {
    super(Object.fromEntries(fields.map((field) => [field, [sentence]])) as FieldErrors, sentence);
  }
}
