import type { CreateMillOfferDto, LineDto, MillOfferDto, UpdateMillOfferDto } from '@/shared/api/generated';
import { quantityRange } from '@/shared/forms/decimals';
import { day, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';
import { changed, filled, textOf } from '@/shared/forms/values';

export type OfferField =
  'millName' | 'price' | 'currency' | 'unit' | 'leadTimeDays' | 'validUntil' | 'minimumQuantity' | 'notes';
export type OfferValues = Record<OfferField, string>;

const priceRange = { min: '0.0001', max: '9999999999', scale: 4 };
const dayRange = { min: '0', max: '1000', scale: 0 };

export const offerSpecs: Record<OfferField, FieldSpec> = {
  millName: text('Mill', 255, { required: 'Which mill offers it?', placeholder: 'Square Textiles' }),
  price: decimal('Price', priceRange, { required: 'What does it ask?', placeholder: '5.35' }),
  currency: { label: 'Currency', kind: 'currency', required: 'In which currency?' },
  unit: { label: 'For one', kind: 'unit', required: 'For one of what?' },
  leadTimeDays: decimal('Lead time', dayRange, { end: 'days', placeholder: '45' }),
  validUntil: day('Valid until'),
  minimumQuantity: decimal('Minimum', quantityRange, { hint: 'In the unit of the price.' }),
  notes: long('Notes', 2000),
};

const written = ({ leadTimeDays, ...offer }: MillOfferDto) => ({
  ...offer,
  leadTimeDays: leadTimeDays === null ? null : String(leadTimeDays),
});

/** A new offer begins in the unit and currency of its line. */
export const offerValues = (line: Pick<LineDto, 'currency' | 'unit'>, offer?: MillOfferDto): OfferValues =>
  textOf<OfferField>(offerSpecs, offer ? written(offer) : { currency: line.currency, unit: line.unit });

const sent = ({ leadTimeDays, ...body }: Record<string, string | null>) => ({
  ...body,
  ...(leadTimeDays === undefined ? {} : { leadTimeDays: leadTimeDays === null ? null : Number(leadTimeDays) }),
});

export const newOffer = (orderLineId: string, values: OfferValues) =>
  ({ orderLineId, ...sent(filled<OfferField>(offerSpecs, values)) }) as CreateMillOfferDto;

export const offerChanges = (values: OfferValues, read: MillOfferDto): UpdateMillOfferDto =>
  sent(changed<OfferField>(offerSpecs, values, written(read)));
