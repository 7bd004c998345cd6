import { quantityWords, unitWord } from '../../platform/values/words';
import { changed, fact, forLine, onDay, type Told } from './words';

/** What mills offer and deliver. */
export const SUPPLY_SENTENCES: Readonly<Record<string, (told: Told) => string>> = {
  'mill_offer.recorded': (told) => `recorded the offer of ${mill(told)}${offered(told)}${forLine(told)}`,
  'mill_offer.updated': (told) => changed(told, `the offer of ${mill(told)}${forLine(told)}`),
  'mill_offer.deleted': (told) => `removed the offer of ${mill(told)}${forLine(told)}`,
  'mill_offer.restored': (told) => `brought the offer of ${mill(told)}${forLine(told)} back from the trash`,
  'mill_offer.chosen': (told) =>
    `chose the offer of ${mill(told)}${offered(told)}${forLine(told)}${instead(told, 'formerMill')}`,
  'mill_offer.released': (told) => `took the choice of ${mill(told)}${forLine(told)} back`,

  'supplier_delivery.recorded': (told) => `recorded that ${delivery(told)} came${ofDelivery(told)}`,
  'supplier_delivery.added': (told) => `recorded that ${delivery(told)} came${ofDelivery(told)}`,
  'supplier_delivery.restored': (told) => `brought the delivery of ${delivery(told)} back from the trash`,
  'supplier_delivery.updated': (told) => changed(told, `the delivery of ${delivery(told)}`),
  'supplier_delivery.deleted': (told) => `removed the delivery of ${delivery(told)}`,
};

const mill = (told: Told): string =>
  fact(told, 'mill') ?? fact(told, 'millName') ?? textOf(told.before['millName']) ?? 'a mill';

/** ` at USD 5.35/kg`, or nothing. */
function offered(told: Told): string {
  const [price, currency, unit] = ['price', 'currency', 'unit'].map((name) => fact(told, name));
  return price && currency && unit ? ` at ${currency} ${price}/${unitWord(unit)}` : '';
}

/** `1,200 yd for White`; of one that is gone, as it was. */
function delivery(told: Told): string {
  const [quantity, unit] = ['deliveredQuantity', 'unit'].map((name) => fact(told, name) ?? textOf(told.before[name]));
  const yarn = (fact(told, 'kind') ?? told.before['kind']) === 'yarn' ? ' of yarn' : '';
  return `${quantity && unit ? quantityWords(quantity, unit) : 'a delivery'}${yarn}${forLine(told)}`;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

/** ` instead of Padma`, or nothing. */
function instead(told: Told, field: string): string {
  const former = fact(told, field);
  return former ? ` instead of ${former}` : '';
}

/** ` on 20 Nov 2026, challan CH-7` */
function ofDelivery(told: Told): string {
  const challan = fact(told, 'challanNumber');
  return `${onDay(told, 'deliveryDate')}${challan ? `, challan ${challan}` : ''}`;
}
