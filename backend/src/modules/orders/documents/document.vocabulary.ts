/** What a document is. The values are those of the data that is taken over. */
export const DOCUMENT_CATEGORIES = ['sample', 'lc', 'pi', 'email', 'other'] as const;
export type DocumentCategory = (typeof DOCUMENT_CATEGORIES)[number];

/** What it is more closely; each belongs to one category. */
export const SUBCATEGORIES_OF = {
  sample: ['lab_dip', 'strike_off', 'quality_test', 'bulk_swatch', 'pp_sample', 'hand_loom'],
  lc: [],
  pi: [],
  email: [],
  other: ['tech_pack', 'artwork', 'purchase_order', 'packing_list'],
} as const satisfies Record<DocumentCategory, readonly string[]>;

export const DOCUMENT_SUBCATEGORIES = [...SUBCATEGORIES_OF.sample, ...SUBCATEGORIES_OF.other] as const;
export type DocumentSubcategory = (typeof DOCUMENT_SUBCATEGORIES)[number];

/** `none`: nothing of this type is drawn. `failed`: it should have been, but the file is damaged, locked or far too large. */
export const THUMBNAIL_STATES = ['pending', 'ready', 'none', 'failed'] as const;
export type ThumbnailState = (typeof THUMBNAIL_STATES)[number];

const MEGABYTE = 1024 * 1024;
/** In a form; what is larger comes by a signed link. */
export const LARGEST_IN_FORM = 10 * MEGABYTE;
export const LARGEST_DOCUMENT = 50 * MEGABYTE;
export const MOST_FILES_AT_ONCE = 20;

/** How people say it: "lab dip", "PI". */
export const kindWords = (category: DocumentCategory, subcategory: DocumentSubcategory | null): string =>
  subcategory ? SUBCATEGORY_WORDS[subcategory] : CATEGORY_WORDS[category];

const CATEGORY_WORDS: Record<DocumentCategory, string> = {
  sample: 'sample document',
  lc: 'LC',
  pi: 'PI',
  email: 'e-mail',
  other: 'other document',
};

const SUBCATEGORY_WORDS: Record<DocumentSubcategory, string> = {
  lab_dip: 'lab dip',
  strike_off: 'strike-off',
  quality_test: 'test report',
  bulk_swatch: 'bulk swatch',
  pp_sample: 'PP sample',
  hand_loom: 'hand loom',
  tech_pack: 'tech pack',
  artwork: 'artwork',
  purchase_order: 'purchase order',
  packing_list: 'packing list',
};
