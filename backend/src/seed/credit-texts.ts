import { readCredit } from '../modules/financials/letter-of-credit/swift/mt700';
import { unitOf, type OrderPlan } from './season';
import type { Row } from './tables';

const UNIT_WORDS: Readonly<Record<string, readonly [many: string, one: string]>> = {
  kg: ['KGS', 'KG'],
  yards: ['YARDS', 'YARD'],
  meters: ['METERS', 'METER'],
  pieces: ['PCS', 'PC'],
};

/** What the bank got wrong, of one LC in thirteen each: it is there to be found. */
const SLIPS: Readonly<Record<number, (text: string) => string>> = {
  4: (text) => text.replace(':44E:CHATTOGRAM', ':44E:MONGLA'),
  7: (text) => text.replace(/STYLE NO\. ([A-Z]+)-2/, 'STYLE NO. $1-3'),
  9: (text) =>
    text.replace(
      '+CERTIFICATE OF ORIGIN',
      '+INSPECTION CERTIFICATE COUNTERSIGNED BY APPLICANT\n+CERTIFICATE OF ORIGIN',
    ),
};

/** The bank's text of every LC that a bank has issued, with the terms that are read out of it, and the PI that it pays. */
export function creditTexts(
  season: readonly OrderPlan[],
  credits: readonly Row[],
  invoicesOf: (plan: OrderPlan) => readonly Row[],
  shipmentsOf: (plan: OrderPlan) => readonly Row[],
): { terms: Row[]; invoices: Row[] } {
  const terms: Row[] = [];
  const invoices: Row[] = [];
  for (const [index, plan] of season.entries()) {
    const credit = credits[index] as Row;
    const invoice = invoicesOf(plan).find(({ status }) => status !== 'cancelled');
    if (credit['status'] === 'pending' || !invoice) continue;
    const bySea = shipmentsOf(plan).every(({ mode }) => mode === 'sea');
    const text = (SLIPS[index % 13] ?? ((whole: string) => whole))(mt700(plan, credit, invoice, bySea));
    const of = { letter_of_credit_id: credit['id'] };
    terms.push({ ...of, source_text: text, issued: readCredit(text).terms, updated_at: credit['created_at'] });
    invoices.push({ ...of, proforma_invoice_id: invoice['id'], created_at: credit['created_at'] });
  }
  return { terms, invoices };
}

function mt700(plan: OrderPlan, credit: Row, invoice: Row, bySea: boolean): string {
  const tolerance = credit['amount_plus_percent'] !== null;
  return [
    '{1:F01SCBLBDDXAXXX0000000000}{2:I700SCBLBDDXXXXXN}{4:',
    ':27:1/1',
    ':40A:IRREVOCABLE',
    `:20:${String(credit['lc_number'])}`,
    `:31C:${swiftDay(credit['issue_date'])}`,
    ':40E:UCP LATEST VERSION',
    `:31D:${swiftDay(credit['expiry_date'])}BANGLADESH`,
    `:52D:${String(credit['issuing_bank'])}`,
    `:50:${plan.buyer.buyer.toUpperCase().replace('&', 'AND')}`,
    ':59:PROVA FASHION AND ACCESSORIES\nHOUSE 12, ROAD 7, SECTOR 4, UTTARA\nDHAKA 1230, BANGLADESH',
    `:32B:USD${String(credit['amount']).replace('.', ',')}`,
    ...(tolerance ? [':39A:05/05'] : []),
    ':41D:ANY BANK IN BANGLADESH\nBY NEGOTIATION',
    ':42C:AT SIGHT',
    ':43P:ALLOWED',
    ':43T:ALLOWED',
    bySea ? ':44E:CHATTOGRAM, BANGLADESH' : ':44E:ANY PORT OR AIRPORT IN BANGLADESH',
    `:44C:${swiftDay(credit['latest_shipment_date'])}`,
    `:45A:${goodsOf(plan).join('\n')}`,
    `+AS PER PROFORMA INVOICE NO. ${String(invoice['pi_number'])}`,
    '+FOB CHATTOGRAM, BANGLADESH (INCOTERMS 2020)',
    ':46A:+SIGNED COMMERCIAL INVOICE IN 3 ORIGINALS',
    '+PACKING LIST IN 3 ORIGINALS',
    `+FULL SET OF CLEAN ON BOARD BILLS OF LADING MADE OUT TO ORDER OF THE\nISSUING BANK MARKED FREIGHT COLLECT${bySea ? '' : ', OR AIR WAYBILL, OR DELIVERY CHALLAN'}`,
    '+CERTIFICATE OF ORIGIN IN 1 ORIGINAL AND 2 COPIES',
    `:47A:+ALL DOCUMENTS MUST SHOW THIS CREDIT NUMBER${tolerance ? '\n+QUANTITY AND AMOUNT 5 PCT MORE OR LESS ACCEPTABLE' : ''}`,
    ':71D:ALL CHARGES OUTSIDE THE COUNTRY OF THE APPLICANT ARE FOR BENEFICIARY',
    ':48:21',
    ':49:WITHOUT',
    '-}',
  ].join('\n');
}

/** One item for each style and unit: `+12,400 KGS OF SINGLE JERSEY, 100 PCT COTTON, 160 GSM, STYLE NO. MT-2203, AT USD 5.35/KG`. */
const goodsOf = (plan: OrderPlan): string[] =>
  plan.styles.flatMap((style) =>
    [...new Set(style.lines.map((line) => unitOf(plan, line)))].map((unit) => {
      const lines = style.lines.filter((line) => unitOf(plan, line) === unit);
      const [many, one] = UNIT_WORDS[unit] ?? [unit.toUpperCase(), unit.toUpperCase()];
      const quantity = lines.reduce((sum, line) => sum + line.quantity, 0).toLocaleString('en-US');
      const { type, composition, gsm } = plan.fabric;
      const fabric = `${type}, ${composition.replace(/%/g, ' PCT')}, ${gsm} GSM`.toUpperCase();
      return `+${quantity} ${many} OF ${fabric},\nSTYLE NO. ${style.number}, AT USD ${plan.price}/${one}`;
    }),
  );

/** `2026-11-21` as `261121`. */
const swiftDay = (day: unknown): string => String(day).slice(2).replace(/-/g, '');
