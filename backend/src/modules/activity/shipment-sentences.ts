import { amount, because, changed, fact, file, onDay, shipment, spaced, type Told } from './words';

/** Shipments, what they carry, their papers and invoices. */
export const SHIPMENT_SENTENCES: Readonly<Record<string, (told: Told) => string>> = {
  'shipment.created': (told) => `booked ${shipment(told)}`,
  'shipment.updated': (told) => changed(told, shipment(told)),
  'shipment.deleted': (told) => `removed ${shipment(told)}`,
  'shipment.restored': (told) => `brought back ${shipment(told)}`,
  'shipment.departed': (told) => `recorded that ${shipment(told)} left${onDay(told, 'shippingDate')}`,
  'shipment.delivered': (told) => `recorded that ${shipment(told)} was delivered${onDay(told, 'deliveredOn')}`,
  'shipment.returned': (told) => `recorded that ${shipment(told)} was returned${because(told)}`,
  'shipment.lines_changed': (told) => `changed what goes with ${shipment(told)}`,
  'shipment.containers_changed': (told) => `changed the containers of ${shipment(told)}`,
  'shipment.packing_changed': (told) => `changed the packing list of ${shipment(told)}`,
  'shipment_paper.added': (told) => `added ${paper(told)} to the papers of a shipment`,
  'shipment_paper.updated': (told) => changed(told, `${paper(told)} of a shipment`),
  'shipment_paper.deleted': (told) => `took ${paper(told)} off the papers of a shipment`,
  'shipment_paper.restored': (told) => `brought ${paper(told)} back among the papers of a shipment`,
  'shipment_paper.file_attached': (told) => `attached ${file(told.after)} as ${paper(told)} of a shipment`,
  'shipment_paper.file_removed': (told) => `removed ${file(told.before)}, ${paper(told)} of a shipment`,
  'presentation.begun': (told) =>
    `began the presentation of ${shipment(told)} under LC ${fact(told, 'lcNumber') ?? ''}`,
  'presentation.updated': (told) => changed(told, `the presentation of ${shipment(told)}`),
  'commercial_invoice.issued': (told) => `issued the invoice ${fact(told, 'invoiceNumber') ?? ''}${amount(told)}`,
  'commercial_invoice.cancelled': (told) =>
    `cancelled the invoice ${fact(told, 'invoiceNumber') ?? ''}${because(told)}`,
  'shipment.file_attached': (told) => `attached ${file(told.after)} to ${shipment(told)}`,
  'shipment.file_removed': (told) => `removed ${file(told.before)} from ${shipment(told)}`,
};

const paper = (told: Told): string => fact(told, 'title') ?? `the ${spaced(fact(told, 'kind') ?? 'paper')}`;
