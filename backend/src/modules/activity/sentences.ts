import { isDay } from '../../platform/values/day';
import { dayWords, quantityWords } from '../../platform/values/words';
import { ADMINISTRATION_SENTENCES } from './administration-sentences';
import { CREDIT_SENTENCES } from './credit-sentences';
import { GATE_SENTENCES } from './gate-sentences';
import { PAYMENT_SENTENCES } from './payment-sentences';
import { PRODUCTION_SENTENCES } from './production-sentences';
import { PLAN_SENTENCES } from './plan-sentences';
import { SHIPMENT_SENTENCES } from './shipment-sentences';
import { SUPPLY_SENTENCES } from './supply-sentences';
import { TALK_SENTENCES } from './talk-sentences';
import type { ActivityRow } from './activity.repository';
import { toldOfRow } from './told';
import {
  amount,
  because,
  changed,
  credit,
  document,
  documentKind,
  fact,
  file,
  forLine,
  invoice,
  onDay,
  output,
  round,
  spaced,
  type Told,
} from './words';

/**
 * What somebody did, as the sentence that follows their name: “Rina Akter | rejected lab dip round 1 for Black: “Too red
 * under D65””. One template each event; a new event without one still reads well enough (see `fallback`).
 */
export const SENTENCES: Readonly<Record<string, (told: Told) => string>> = {
  'order.created': (told) => `created order ${fact(told, 'orderNumber') ?? ''}${withLines(told)}${copied(told)}`,
  'order.imported': (told) => `brought the order in from ${fact(told, 'fileName') ?? 'a workbook'}`,
  'order.updated': (told) => changed(told, 'the order'),
  'order.revised': (told) => revised(told, 'the order'),
  'order.converted': (told) => `made the order ${fact(told, 'orderType') ?? 'another type'}`,
  'order.deleted': () => 'moved the order to the trash',
  'order.restored': () => 'brought the order back from the trash',
  'order.stage_changed': (told) =>
    told.before['currentStage'] === 'Delivered'
      ? `took the delivery back and moved the order to ${fact(told, 'currentStage') ?? 'another stage'}`
      : `moved the order${fromTo(told, 'currentStage')}`,
  'order.assigned': (told) => `handed the order over to ${told.heirName ?? 'somebody else'}`,
  'order.delivered': (told) => `marked the order delivered${onDay(told, 'actualDeliveryDate')}`,
  'deletion_request.made': (told) => `asked for the order to be deleted${because(told)}`,
  'deletion_request.approved': (told) => `approved that the order is deleted${because(told)}`,
  'deletion_request.declined': (told) => `declined to delete the order${because(told)}`,
  'deletion_request.withdrawn': () => 'no longer asks for the order to be deleted',

  'style.added': (told) => `added ${style(told)}${withLines(told)}${copied(told)}`,
  'style.updated': (told) => changed(told, style(told)),
  'style.deleted': (told) => `removed ${style(told)}${withLines(told)}`,
  'style.restored': (told) => `brought back ${style(told)}${withLines(told)}`,
  'line.added': (told) => `added the line ${line(told)}${'splitFrom' in told.facts ? ', split off' : ''}`,
  'line.split': split,
  'line.updated': (told) => changed(told, told.lineName ?? 'the line'),
  'line.revised': (told) => revised(told, told.lineName ?? 'the line'),
  'line.deleted': (told) => `removed the line ${line(told)}${agreed(told)}`,
  'line.restored': (told) => `brought back the line ${line(told)}`,
  'order.status_changed': (told) => `moved the order${fromTo(told, 'status')}`,
  'line.status_changed': (told) => `moved the line${fromTo(told, 'status')}`,
  'line.short_closed': (told) => `closed ${told.lineName ?? 'a line'} short${because(told)}`,

  'document.added': (told) => `added ${document(told)} as ${documentKind(told)}${forLine(told)}`,
  'document.version_added': (told) => `added version ${fact(told, 'version') ?? ''} of a document: ${document(told)}`,
  'document.updated': (told) => changed(told, document(told)),
  'document.deleted': (told) => `moved ${document(told)} to the trash`,
  'document.restored': (told) => `brought ${document(told)} back from the trash`,

  'file.held': (told) =>
    `held ${fact(told, 'fileName') ?? 'a file'}: a virus was found in it (${fact(told, 'threat') ?? 'unnamed'})`,

  'sample.created': (told) => `added ${round(told)}`,
  'sample.updated': (told) => changed(told, round(told)),
  'sample.deleted': (told) => `removed ${round(told)}`,
  'sample.restored': (told) => `brought back ${round(told)}`,
  'sample.submitted': (told) => `sent ${round(told)}${by(told)}`,
  'sample.sending_taken_back': (told) => `took back that ${round(told)} was sent`,
  'sample.decision_taken_back': (told) => `took back that the buyer decided on ${round(told)}`,
  'sample.received': (told) => `recorded that the buyer got ${round(told)}${onDay(told, 'receivedOn')}`,
  'sample.approved': (told) => `approved ${option(told, '', ' of ')}${round(told)}${condition(told)}${because(told)}`,
  'sample.rejected': (told) => `rejected ${round(told)}${because(told)}`,
  'sample.option_added': (told) => `added ${option(told, 'an option', ' to ')}${round(told)}`,
  'sample.option_updated': (told) =>
    told.after['verdict'] === 'rejected'
      ? `rejected ${option(told, 'an option', ' of ')}${round(told)}${said(told, 'remarks')}`
      : changed(told, `${option(told, 'an option', ' of ')}${round(told)}`),
  'sample.option_removed': (told) => `removed ${option(told, 'an option', ' of ')}${round(told)}`,
  'sample.option_picture_attached': (told) =>
    `attached ${file(told.after)} to ${option(told, 'an option', ' of ')}${round(told)}`,
  'sample.option_picture_removed': (told) =>
    `removed ${file(told.before)} from ${option(told, 'an option', ' of ')}${round(told)}`,
  'sample.measured': (told) => `measured ${round(told)}${light(told)}${verdicts(told)}`,
  'sample.reading_removed': (told) => `removed what was measured of ${round(told)}${light(told)}`,
  'sample.file_attached': (told) => `attached ${file(told.after)} to ${round(told)}`,
  'sample.file_removed': (told) => `removed ${file(told.before)} from ${round(told)}`,
  'parcel.sent': (told) => `sent a parcel of samples${by(told)}`,
  'parcel.updated': (told) => changed(told, 'a parcel of samples'),
  'parcel.packed': () => 'put more samples into a parcel',
  'parcel.unpacked': () => 'took samples out of a parcel',
  'parcel.deleted': (told) => `removed a parcel of samples${by(told)}`,
  'parcel.restored': (told) => `brought back a parcel of samples${by(told)}`,
  'parcel.received': (told) => `recorded that a parcel of samples arrived${onDay(told, 'receivedOn')}`,
  'parcel.receipt_taken_back': () => 'took back that a parcel of samples arrived',

  'proforma_invoice.raised': (told) => `raised ${invoice(told)}${amount(told)}`,
  'proforma_invoice.updated': (told) => changed(told, invoice(told)),
  'proforma_invoice.pdf_added': (told) => `attached ${file(told.after)} to ${invoice(told)}`,
  'proforma_invoice.deleted': (told) => `removed ${invoice(told)}`,
  'proforma_invoice.restored': (told) => `brought back ${invoice(told)}`,
  'proforma_invoice.sent': (told) => `sent ${invoice(told)}${amount(told)} to the buyer`,
  'proforma_invoice.confirmed': (told) => `confirmed ${invoice(told)}${amount(told)}`,
  'proforma_invoice.review_asked': (told) => `asked for a review of ${invoice(told)}${amount(told)}`,
  'proforma_invoice.approved': (told) => `approved ${invoice(told)}${amount(told)}`,
  'proforma_invoice.returned': (told) => `returned ${invoice(told)}${because(told)}`,
  'proforma_invoice.printed': (told) => `printed ${invoice(told)}`,
  'proforma_invoice.mailed': (told) => `sent ${invoice(told)} by e-mail to ${fact(told, 'to') ?? 'the buyer'}`,
  'proforma_invoice.cancelled': (told) => `cancelled ${invoice(told)}${because(told)}`,

  'letter_of_credit.recorded': (told) => `recorded ${credit(told)}${amount(told)}`,
  'letter_of_credit.updated': (told) => changed(told, credit(told)),
  ...CREDIT_SENTENCES,
  'letter_of_credit.document_added': (told) => `attached ${file(told.after)} to ${credit(told)}`,
  'letter_of_credit.deleted': (told) => `removed ${credit(told)}`,
  'letter_of_credit.restored': (told) => `brought back ${credit(told)}`,
  'saved_view.created': (told) => `saved the view ${fact(told, 'name') ?? ''}`.trimEnd(),
  'saved_view.updated': (told) => changed(told, `the view ${fact(told, 'viewName') ?? ''}`.trimEnd()),
  'saved_view.deleted': (told) => `deleted the view ${textOf(told.before['name']) ?? ''}`.trimEnd(),
  'exchange_rate.recorded': (told) => `recorded ${rate(told.after)}`,
  'exchange_rate.deleted': (told) => `deleted ${rate(told.before)}`,

  'letter_of_credit.issued': (told) => `marked ${credit(told)} as issued`,
  'letter_of_credit.confirmed': (told) => `confirmed ${credit(told)}${amount(told)}`,
  'letter_of_credit.expired': (told) => `marked ${credit(told)} as expired`,

  'production_metric.recorded': (told) => `entered the output${ofDay(told)}: ${output(told)}`,
  'production_metric.updated': (told) => changed(told, `the output${ofDay(told)}`),
  'production_metric.deleted': (told) => `removed the output${ofDay(told)}`,
  'production_metric.restored': (told) => `brought back the output${ofDay(told)}`,

  ...PAYMENT_SENTENCES,
  ...SHIPMENT_SENTENCES,
  ...GATE_SENTENCES,
  ...PRODUCTION_SENTENCES,
  ...PLAN_SENTENCES,
  ...SUPPLY_SENTENCES,
  ...TALK_SENTENCES,
  ...ADMINISTRATION_SENTENCES,
};

/** What an event can be about, as its name begins; of a plan and of an approval it is the line. */
export const SUBJECTS = [...new Set(Object.keys(SENTENCES).map((name) => name.slice(0, name.indexOf('.'))))].filter(
  (subject) => subject !== 'plan' && subject !== 'approval',
);

/** The sentence of any event, known or not. */
export function sentenceOf(told: Told): string {
  const template = SENTENCES[told.name] ?? fallback;
  return template(told).replace(/ {2,}/g, ' ').trim();
}

export const sentenceOfRow = (row: ActivityRow): string => sentenceOf(toldOfRow(row));

/** What a deletion took away, as people call it: `MT-2291 · Black`, `Lab dip round 1 for Black`, `PO-1182`. */
export function thingOf(told: Told): string {
  const thing =
    told.kind === 'order'
      ? (fact(told, 'orderNumber') ?? textOf(told.before['orderNumber']) ?? 'The order')
      : sentenceOf({ ...told, reason: null, facts: { ...told.facts, number: null } })
          .replace(/^(removed|deleted|moved) (the (line )?)?/, '')
          .replace(/ to the trash$/, '');
  // A file is called as it is written.
  return fact(told, 'fileName') === thing ? thing : thing.charAt(0).toUpperCase() + thing.slice(1);
}

/** `letter_of_credit.amended` → `amended the letter of credit`; a verb of several words stands as it is. */
function fallback(told: Told): string {
  const verb = spaced(told.name.slice(told.name.lastIndexOf('.') + 1));
  const kind = spaced(told.kind);
  return `${verb.includes(' ') ? `${verb} (${kind})` : `${verb} the ${kind}`}${forLine(told)}${because(told)}`;
}

/** `1 line`, `3 lines`; null for none that is known. */
const counted = (count: string | null, what: string): string | null =>
  count && `${count} ${what}${count === '1' ? '' : 's'}`;

/** ` as a copy of PO-1182`, or nothing. */
function copied(told: Told): string {
  const of = fact(told, 'copyOf');
  return of ? ` as a copy of ${of}` : '';
}

/** ` (revision 2, agreed with Anna Berg): “The buyer cut the order”` */
function agreed(told: Told): string {
  const [number, by] = [fact(told, 'number'), fact(told, 'agreedBy')];
  return `${number ? ` (revision ${number}${by ? `, agreed with ${by}` : ''})` : ''}${because(told)}`;
}

/** `changed the quantity of BLACK …`, or that it stepped back; with what was said of it. */
const revised = (told: Told, what: string): string =>
  `${'status' in told.after ? `moved ${what} back${fromTo(told, 'status')}` : changed(told, what)}${agreed(told)}`;

function withLines(told: Told): string {
  const lines = fact(told, 'lines');
  return lines && lines !== '0' ? ` with ${counted(lines, 'line')}` : '';
}

const style = (told: Told): string => {
  const number = fact(told, 'styleNumber') ?? textOf(told.before['styleNumber']) ?? told.styleNumber;
  return number ? `style ${number}` : 'a style';
};

const line = (told: Told): string => fact(told, 'label') ?? textOf(told.before['label']) ?? told.lineName ?? '';

/** `split White: 20,000 pcs go on as White part 2, 24,640 pcs stay (revision 2, agreed with Anna Berg): “Two boats”` */
function split(told: Told): string {
  const { quantity, unit, label, etd } = (told.facts['part'] ?? {}) as Record<string, unknown>;
  const say = (amount: unknown) => quantityWords(textOf(amount) ?? 0, textOf(unit) ?? '');
  const goesOn = textOf(label)
    ? `: ${say(quantity)} go on as ${textOf(label)}${isDay(etd) ? `, leaving on ${dayWords(etd)}` : ''}`
    : '';
  const stays = textOf(told.after['quantity']) ? `; ${say(told.after['quantity'])} stay` : '';
  return `split ${told.lineName ?? 'a line'}${goesOn}${stays}${agreed(told)}`;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** ` from upcoming to in development` */
function fromTo({ before, after }: Told, field: string): string {
  const [from, to] = [textOf(before[field]), textOf(after[field])];
  return `${from ? ` from ${spaced(from)}` : ''}${to ? ` to ${spaced(to)}` : ''}`;
}

/** ` to Anna by DHL, AWB 176-12345675` */
function by(told: Told): string {
  const [recipient, courier, number] = ['recipient', 'courierName', 'awbNumber'].map((name) => fact(told, name));
  return `${recipient ? ` to ${recipient}` : ''}${courier ? ` by ${courier}` : ''}${number ? `, AWB ${number}` : ''}`;
}

/** `option B of `, or what is said when none is named. */
function option(told: Told, none: string, link: string): string {
  const label = fact(told, 'option');
  if (label) return `option ${label}${link}`;
  return none && `${none}${link}`;
}

/** ` on the condition “bulk is bluer”`, or nothing. */
function condition(told: Told): string {
  const text = fact(told, 'condition');
  return text ? ` on the condition “${text}”` : '';
}

/** `: “Too red”`, of what was written down with the change; or nothing. */
function said(told: Told, field: string): string {
  const text = textOf(told.after[field]);
  return text ? `: “${text}”` : '';
}

/** ` under D65, 10°` */
function light(told: Told): string {
  const [illuminant, observer] = [fact(told, 'illuminant'), fact(told, 'observer')];
  return illuminant && observer ? ` under ${illuminant}, ${observer}°` : '';
}

/** `: A passes, B fails` */
function verdicts({ facts }: Told): string {
  const list: unknown[] = Array.isArray(facts['verdicts']) ? facts['verdicts'] : [];
  const words = list.flatMap((each) => {
    const { label, passes } = (each ?? {}) as { label?: unknown; passes?: unknown };
    return typeof label === 'string' ? [`${label} ${passes === true ? 'passes' : 'fails'}`] : [];
  });
  return words.length ? `: ${words.join(', ')}` : '';
}

function ofDay(told: Told): string {
  const day = fact(told, 'date') ?? told.before['date'];
  return isDay(day) ? ` of ${dayWords(day)}` : '';
}

const rate = (values: Record<string, unknown>): string =>
  `the rate 1 ${textOf(values['fromCurrency']) ?? ''} = ${textOf(values['rate']) ?? ''} ${textOf(values['toCurrency']) ?? ''} of ${textOf(values['ratedOn']) ?? ''}`;
