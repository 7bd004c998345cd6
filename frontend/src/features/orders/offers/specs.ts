import type { CreateMillOfferDto, LineDto, MillOfferDto, UpdateMillOfferDto } from '@/shared/api/generated';
import { percentRange, priceRange, quantityRange } from '@/shared/forms/decimals';
import { day, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';
import { changed, filled, textOf } from '@/shared/forms/values';

export type OfferField =
  | 'millName'
  | 'price'
  | 'currency'
  | 'unit'
  | 'freight'
  | 'dutyPercent'
  | 'charges'
  | 'paymentDays'
  | 'leadTimeDays'
  | 'validUntil'
  | 'minimumQuantity'
  | 'notes';
export type OfferValues = Record<OfferField, string>;

const askedRange = { min: '0.0001', max: '9999999999', scale: 4 };
const dayRange = { min: '0', max: '1000', scale: 0 };

export const offerSpecs: Record<OfferField, FieldSpec> = {
  millName: text('Mill', 255, { required: 'Which mill offers it?', placeholder: 'Square Textiles' }),
  price: decimal('Price', askedRange, { required: 'What does it ask?', placeholder: '5.35' }),
  currency: { label: 'Currency', kind: 'currency', required: 'In which currency?' },
  unit: { label: 'For one', kind: 'unit', required: 'For one of what?' },
  freight: decimal('Freight', priceRange, { hint: 'For one, as the price; 0 where it is in it.' }),
  dutyPercent: decimal('Duty', percentRange, { end: '%', hint: 'Of price and freight.' }),
  charges: decimal('Other charges', priceRange, { hint: 'Bank, clearing, transport; for one.' }),
  paymentDays: decimal('To be paid after', dayRange, { end: 'days', placeholder: '90' }),
  leadTimeDays: decimal('Lead time', dayRange, { end: 'days', placeholder: '45' }),
  validUntil: day('Valid until'),
  minimumQuantity: decimal('Minimum', quantityRange, { hint: 'In the unit of the price.' }),
  notes: long('Notes', 2000),
};

const days = ['leadTimeDays', 'paymentDays'] as const;

const written = (offer: MillOfferDto) => ({
  ...offer,
  ...Object.fromEntries(days.map((field) => [field, offer[field] === null ? null : String(offer[field])])),
});

/** A new offer begins in the unit and currency of its line. */
export const offerValues = (line: Pick<LineDto, 'currency' | 'unit'>, offer?: MillOfferDto): OfferValues =>
  textOf<OfferField>(offerSpecs, offer ? written(offer) : { currency: line.currency, unit: line.unit });

const sent = (body: Record<string, string | null>) => ({
  ...body,
  ...Object.fromEntries(
    days.flatMap((field) =>
      body[field] === undefined ? [] : [[field, body[field] === null ? null : Number(body[field])]],
    ),
  ),
});

export const newOffer = (orderLineId: string, values: OfferValues) =>
  ({ orderLineId, ...sent(filled<OfferField>(offerSpecs, values)) }) as CreateMillOfferDto;

export const offerChanges = (values: OfferValues, read: MillOfferDto): UpdateMillOfferDto =>
  sent(changed<OfferField>(offerSpecs, values, written(read)));
