/**
 * What can be found, in the order in which equally good groups are shown, each with the letter that its words carry in the
 * index (`search_letter` in the migration): so a word is looked up among things of one kind, and is quickly not there.
 */
export const LETTER_OF = {
  order: 'o',
  style: 's',
  line: 'l',
  sample: 'a',
  proforma_invoice: 'i',
  letter_of_credit: 'b',
  shipment: 'h',
  document: 'd',
  comment: 'c',
} as const;

export type SearchKind = keyof typeof LETTER_OF;
export const SEARCH_KINDS = Object.keys(LETTER_OF) as SearchKind[];
