import { moneyWords } from '../../platform/values/words';
import { amount, because, changed, credit, fact, onDay, type Told } from './words';

/** What happens under an LC beside its status: orders and PIs on it, its terms, amendments, drawings. */
export const CREDIT_SENTENCES: Readonly<Record<string, (told: Told) => string>> = {
  'letter_of_credit.order_added': (told) => `put order ${fact(told, 'orderNumber') ?? ''} on ${credit(told)}`,
  'letter_of_credit.order_removed': (told) => `took order ${fact(told, 'orderNumber') ?? ''} off ${credit(told)}`,
  'letter_of_credit.invoice_added': (told) => `put ${fact(told, 'piNumber') ?? 'a PI'} on ${credit(told)}`,
  'letter_of_credit.invoice_removed': (told) => `took ${fact(told, 'piNumber') ?? 'a PI'} off ${credit(told)}`,
  'letter_of_credit.terms_read': (told) => `read the bank’s text into ${credit(told)}`,
  'letter_of_credit.terms_changed': (told) => changed(told, `the terms of ${credit(told)}`),
  'letter_of_credit.amendment_received': (told) => `recorded ${amendment(told)}, which waits for an answer`,
  'letter_of_credit.amendment_removed': (told) => `removed ${amendment(told)}`,
  'letter_of_credit.amended': (told) => `accepted ${amendment(told)}`,
  'letter_of_credit.amendment_rejected': (told) => `rejected ${amendment(told)}${because(told)}`,
  'letter_of_credit.drawing_recorded': (told) =>
    `recorded documents presented under ${credit(told)}${drawn(told, told.after)}${onDay(told, 'presentedOn')}`,
  'letter_of_credit.drawing_updated': (told) =>
    changed(told, `what the bank said of ${fact(told, 'reference') ?? 'documents'} under ${credit(told)}`),
  'letter_of_credit.drawing_removed': (told) => `removed a drawing of ${credit(told)}${drawn(told, told.before)}`,
  'letter_of_credit.finding_waived': (told) => `let a finding of ${credit(told)} stand${because(told)}`,
  'letter_of_credit.finding_waiver_taken_back': (told) => `let a finding of ${credit(told)} count again`,
  'letter_of_credit.closed': (told) => `closed ${credit(told)}`,
  'letter_of_credit.reopened': (told) => `reopened ${credit(told)}`,
  'back_to_back.recorded': (told) => `recorded ${backToBack(told)}${amount(told)} on ${credit(told)}`,
  'back_to_back.updated': (told) => changed(told, backToBack(told)),
  'back_to_back.deleted': (told) => `removed ${backToBack(told)}`,
  'back_to_back.restored': (told) => `brought back ${backToBack(told)}`,
  'back_to_back_basis.changed': (told) => changed(told, `what of ${credit(told)} is no FOB`),
  'back_to_back_rule.recorded': (told) => `recorded the limit of back-to-back LCs${onDay(told, 'validFrom')}`,
  'back_to_back_rule.deleted': () => 'deleted a limit of back-to-back LCs',
};

/** `the back-to-back LC BB-00042 to Meghna Knit` */
function backToBack(told: Told): string {
  const [number, mill] = [fact(told, 'creditNumber'), fact(told, 'millName')];
  return `the back-to-back LC${number ? ` ${number}` : ''}${mill ? ` to ${mill}` : ''}`;
}

const amendment = (told: Told): string => `amendment ${fact(told, 'sequence') ?? ''} of ${credit(told)}`;

/** ` for USD 12,000.00 (CI-00012)` */
function drawn(told: Told, { amount, reference }: Told['after']): string {
  const currency = fact(told, 'currency');
  const sum = typeof amount === 'string' && currency ? ` for ${moneyWords(amount, currency)}` : '';
  return typeof reference === 'string' ? `${sum} (${reference})` : sum;
}
