/** What notices are about, as people choose how they want to hear of it; by the beginning of their type. */
export const NOTICE_KINDS = {
  alerts: ['alert'],
  tasks: ['task'],
  comments: ['comment'],
  orders: ['order', 'line', 'gate', 'document', 'file', 'supplier_delivery'],
  deletions: ['deletion_request'],
  samples: ['sample'],
  money: ['proforma_invoice', 'letter_of_credit', 'payment', 'receivable'],
  output: ['shipment', 'production_metric', 'production_entry'],
  incidents: ['incident'],
} as const satisfies Record<string, readonly string[]>;

export type NoticeKind = keyof typeof NOTICE_KINDS;
export const NOTICE_KIND_KEYS = Object.keys(NOTICE_KINDS) as NoticeKind[];

/** In the app always but for `off`; besides, in the mail of the day or as a mail of its own at once. */
export const NOTICE_WAYS = ['in_app', 'digest', 'email', 'off'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** Of a person who has said nothing. */
export const USUAL_WAY: NoticeWay = 'in_app';

const KIND_OF = new Map<string, NoticeKind>(
  NOTICE_KIND_KEYS.flatMap((kind) => NOTICE_KINDS[kind].map((subject) => [subject, kind] as const)),
);

/** @param type of a notice, e.g. `sample.rejected`; null for one of no kind, which nobody can do without */
export const kindOf = (type: string): NoticeKind | null => KIND_OF.get(type.split('.')[0] ?? '') ?? null;
