import { documentKindOf, type DocumentKind } from '../../financials/letter-of-credit/swift/narrative';
import type { CreditTerms, TermItem } from '../../financials/letter-of-credit/terms';
import type { ArrivalFacts } from './facts';
import type { Finding } from './finding';

const ARTICLE = 'art. 14(a), field 46A';
const APPLICANT = String.raw`(?:THE )?(?:APPLICANT|BUYER|OPENER)(?:'?S)?`;
const BY_APPLICANT = new RegExp(
  String.raw`(?:ISSUED|SIGNED|COUNTER-?SIGNED|APPROVED|AUTHENTICATED|CONFIRMED)(?: AND \w+)? BY (?:AN? |THE )?(?:AUTHORI[SZ]ED (?:PERSON|SIGNATORY|REPRESENTATIVE)S? OF |REPRESENTATIVE OF |NOMINATED AGENT OF )?${APPLICANT}`,
  'i',
);
const SENT_DIRECT = new RegExp(
  String.raw`(?:1\s*/\s*3|ONE(?: \(1\))? (?:FULL )?(?:ORIGINAL|SET)|1 ORIGINAL)[^.]*(?:SENT|DESPATCHED|DISPATCHED|FORWARDED|COURIERED)[^.]*\bTO ${APPLICANT}`,
  'i',
);
const CONSIGNED = new RegExp(
  String.raw`(?:CONSIGNED TO|MADE OUT (?:IN THE NAME OF|TO)|TO THE ORDER OF) ${APPLICANT}`,
  'i',
);

/** Documents (46A) and conditions (47A): what we cannot make ourselves, what gives the goods away, what we did not offer. */
export function documentFindings(terms: CreditTerms, { invoices }: ArrivalFacts): Finding[] {
  const items = [...terms.documents, ...terms.conditions];
  return [
    ...items.flatMap(ofItem),
    ...invoices.flatMap(({ documentsOffered, piNumber }) => notOffered(terms, documentsOffered, piNumber)),
  ];
}

function ofItem({ text, source }: TermItem): Finding[] {
  const words = text.replace(/\s+/g, ' ');
  const field = `field ${source?.tag ?? '46A'}`;
  const sides = { credit: text, from: 'UCP 600' };
  if (BY_APPLICANT.test(words))
    return [
      {
        ...{ rule: 'document.by_applicant', severity: 'risk', article: field, ...sides },
        ours: 'Documents that we can have without the applicant',
        sentence: 'The applicant must sign it: who does not want to pay need only not sign.',
        ask: `F${field.slice(1)}: delete “${words}”, or let the beneficiary or an independent inspector sign it.`,
      },
    ];
  if (SENT_DIRECT.test(words))
    return [
      {
        ...{ rule: 'document.sent_direct', severity: 'risk', article: `art. 20(a)(iv), ${field}`, ...sides },
        ours: 'The full set through the bank',
        sentence: 'An original goes to the applicant, who may take the goods before the bank pays.',
        ask: `F${field.slice(1)}: full set of bills of lading to be presented to the bank.`,
      },
    ];
  if (!CONSIGNED.test(words)) return [];
  return [
    {
      ...{ rule: 'document.consignee', severity: 'risk', article: field, ...sides },
      ours: 'To order, or to the order of the issuing bank',
      sentence: 'The transport document gives the goods to the applicant, paid or not.',
      ask: `F${field.slice(1)}: transport document made out to the order of the issuing bank.`,
    },
  ];
}

/** Kinds that a PI names beside those that every one has. */
const ALWAYS: readonly DocumentKind[] = [
  'draft',
  'commercial_invoice',
  'packing_list',
  'shipment_advice',
  'courier_receipt',
  'other',
];

function notOffered(terms: CreditTerms, offered: string | null, from: string): Finding[] {
  if (!offered?.trim()) return [];
  const kinds = new Set(offered.split(/[\n;]/).map(documentKindOf));
  const transport = ['bill_of_lading', 'air_waybill', 'transport_document'] as const;
  return terms.documents
    .filter(({ kind }) => !ALWAYS.includes(kind) && !kinds.has(kind))
    .map(({ kind, text }): Finding => {
      const carried = (transport as readonly DocumentKind[]).includes(kind);
      return {
        rule: 'document.not_offered',
        severity: carried ? 'discrepancy' : 'risk',
        ...{ article: ARTICLE, credit: text, ours: offered, from },
        sentence: `It asks for a document that ${from} does not offer.`,
        ask: `Field 46A: delete “${text.replace(/\s+/g, ' ')}”.`,
      };
    });
}
