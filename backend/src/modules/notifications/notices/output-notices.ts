import { dayWords, quantityWords } from '../../../platform/values/words';
import { PRODUCTION_STAGES, STAGE_DONE } from '../../production/entries/entry.vocabulary';
import { because, lineOf, ofBuyer, said, who, type Happening, type Notice } from './notice';

/** Output and shipments. */
export const OUTPUT_NOTICES = {
  'shipment.delivered': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `A shipment of order ${of.orderNumber} has arrived.`,
    message: (of) => `${who(of)} recorded that the shipment${parcel(of)} of order ${ofBuyer(of)} was delivered.`,
  },
  'shipment.returned': {
    to: ['merchandiser'],
    severity: 'warning',
    title: (of) => `A shipment of order ${of.orderNumber} came back.`,
    message: (of) =>
      `${who(of)} recorded that the shipment${parcel(of)} of order ${ofBuyer(of)} was returned${because(of, 'reason')}`,
  },
  'production_metric.recorded': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `Output${ofDay(of)} was entered for order ${of.orderNumber}.`,
    message: (of) => `${who(of)} entered ${output(of)} for order ${ofBuyer(of)}.`,
  },
  'production_entry.recorded': {
    // Of several that were entered together the first tells of all.
    to: (of) => (of.facts['together'] ? [] : ['merchandiser']),
    severity: 'info',
    title: (of) => `Output${ofDay(of, 'entryDate')} was entered for order ${of.orderNumber}.`,
    message: (of) => `${who(of)} entered ${number(of)}${others(of)} for order ${ofBuyer(of)}.`,
  },
} satisfies Readonly<Record<string, Notice>>;

/** `205 kg knitted of Black` */
function number(of: Happening): string {
  const [quantity, unit, stage] = ['quantity', 'unit', 'stage'].map((name) => said(of, name));
  const done = PRODUCTION_STAGES.find((each) => each === stage);
  if (!quantity || !unit || !done) return 'output';
  return `${quantityWords(quantity, unit)} ${STAGE_DONE[done]}${lineOf(of) ? ` of ${lineOf(of)}` : ''}`;
}

/** ` and 3 more figures` */
function others({ facts }: Happening): string {
  const count = Number(facts['others'] ?? 0);
  return count ? ` and ${count} more ${count === 1 ? 'figure' : 'figures'}` : '';
}

/** ` 176-12345675 with DHL` */
function parcel(of: Happening): string {
  const [number, carrier] = [said(of, 'awbNumber'), said(of, 'carrierName')];
  return `${number ? ` ${number}` : ''}${carrier ? ` with ${carrier}` : ''}`;
}

function ofDay(of: Happening, field = 'date'): string {
  const day = said(of, field);
  return day ? ` of ${dayWords(day)}` : '';
}

/** `400 kg knitted and 100 kg dyed`; `no output` for a day on which nothing was made. */
function output(of: Happening): string {
  const unit = said(of, 'unit') ?? 'kg';
  const made = (['knitted', 'dyed', 'finished'] as const).flatMap((stage) => {
    const quantity = said(of, `${stage}Quantity`);
    return quantity && Number(quantity) > 0 ? [`${quantityWords(quantity, unit)} ${stage}`] : [];
  });
  if (made.length < 2) return made[0] ?? 'no output';
  return `${made.slice(0, -1).join(', ')} and ${made.at(-1)}`;
}
