/**
 * The fields of MT700, MT701 and MT707 and what banks print as their names. Numbers with a small `a` in the standard (41a) are here
 * by each letter that they come with.
 */
const NAMES: Readonly<Record<string, string>> = {
  '20': 'Documentary credit number',
  '21': 'Receiver’s reference',
  '22A': 'Purpose of message',
  '23': 'Reference to pre-advice',
  '23S': 'Cancellation request',
  '26E': 'Number of amendment',
  '27': 'Sequence of total',
  '30': 'Date of amendment',
  '31C': 'Date of issue',
  '31D': 'Date and place of expiry',
  '31E': 'New date of expiry',
  '32B': 'Currency code, amount',
  '33B': 'Decrease of amount',
  '34B': 'New amount',
  '39A': 'Percentage credit amount tolerance',
  '39B': 'Maximum credit amount',
  '39C': 'Additional amounts covered',
  '40A': 'Form of documentary credit',
  '40B': 'Form of documentary credit',
  '40E': 'Applicable rules',
  '41A': 'Available with … by …',
  '41D': 'Available with … by …',
  '42A': 'Drawee',
  '42C': 'Drafts at',
  '42D': 'Drawee',
  '42M': 'Mixed payment details',
  '42P': 'Deferred payment details',
  '43P': 'Partial shipments',
  '43T': 'Transhipment',
  '44A': 'Place of taking in charge',
  '44B': 'Place of final destination',
  '44C': 'Latest date of shipment',
  '44D': 'Shipment period',
  '44E': 'Port of loading',
  '44F': 'Port of discharge',
  '45A': 'Description of goods',
  '45B': 'Description of goods',
  '46A': 'Documents required',
  '46B': 'Documents required',
  '47A': 'Additional conditions',
  '47B': 'Additional conditions',
  '48': 'Period for presentation in days',
  '49': 'Confirmation instructions',
  '49G': 'Special payment conditions for beneficiary',
  '49H': 'Special payment conditions for bank only',
  '49M': 'Special payment conditions for beneficiary',
  '49N': 'Special payment conditions for bank only',
  '50': 'Applicant',
  '50B': 'Non-bank issuer',
  '51A': 'Applicant bank',
  '51D': 'Applicant bank',
  '52A': 'Issuing bank',
  '52D': 'Issuing bank',
  '53A': 'Reimbursing bank',
  '53D': 'Reimbursing bank',
  '57A': 'Advise through bank',
  '57B': 'Advise through bank',
  '57D': 'Advise through bank',
  '58A': 'Requested confirmation party',
  '58D': 'Requested confirmation party',
  '59': 'Beneficiary',
  '71B': 'Charges',
  '71D': 'Charges',
  '71N': 'Amendment charge payable by',
  '72': 'Sender to receiver information',
  '72Z': 'Sender to receiver information',
  '78': 'Instructions to the paying, accepting or negotiating bank',
  '79': 'Narrative',
  '79Z': 'Narrative',
};

/** What the printers of banks write behind a tag, beside the names above. */
const PRINTED: readonly string[] = [
  'sender’s reference',
  'senders reference',
  'amount',
  'currency code amount',
  'currency and amount',
  'credit amount',
  'lc number',
  'l/c number',
  'credit number',
  'form of credit',
  'form of doc credit',
  'date of expiry',
  'expiry date and place',
  'date & place of expiry',
  'issue date',
  'max credit amount',
  'pct credit amount tolerance',
  'percentage credit amt tolerance',
  'percentage cr amt tolerance',
  'percentage credit amount',
  'max credit amt',
  'available with by',
  'available with...by...',
  'available with',
  'drafts at...',
  'drawee',
  'partial shipment',
  'transshipment',
  'transhipments',
  'place of taking in charge/dispatch from/place of receipt',
  'place of taking in charge/dispatch from .../place of receipt',
  'place of taking in charge/of receipt',
  'on board/disp/taking charge at/f',
  'port of loading/airport of departure',
  'port of loading/airport of dep.',
  'port of loading/airport of dep',
  'port of discharge/airport of destination',
  'port of discharge/airport of dest',
  'port of discharge/airport of dest.',
  'place of final destination/for transportation to.../place of delivery',
  'place of final destination/for transportation to/place of delivery',
  'place of final destination/of delivery',
  'for transportation to',
  'latest date of ship',
  'latest shipment date',
  'latest date of shipment',
  'description of goods and/or services',
  'description of goods and or services',
  'description of goods &/or services',
  'descript of goods',
  'goods description',
  'docs required',
  'additional cond',
  'period for presentation',
  'presentation period',
  'details of charges',
  'confirmation',
  'confirmation instruction',
  'applicant details',
  'changed applicant details',
  'beneficiary (before this amendment)',
  'beneficiary before this amendment',
  'beneficiary - name & address',
  'applicant - name & address',
  'increase of documentary credit amount',
  'decrease of documentary credit amount',
  'increase of credit amount',
  'decrease of credit amount',
  'new documentary credit amount after amendment',
  'new credit amount after amendment',
  'instructions to paying/accepting/negotiating bank',
  'instructions to the paying/accepting/negotiating bank',
  'instr to payg/accptg/negotg bank',
  'sender to receiver info',
  'advise through',
  'reimbursement bank',
  'requested confirmation',
  'applicable rule',
];

const squashed = (words: string): string => words.toLowerCase().replace(/[^a-z0-9]/g, '');

const KNOWN = new Set([...Object.values(NAMES), ...PRINTED].map(squashed));
const LONGEST = Math.max(...[...KNOWN].map(({ length }) => length));

/** What the standard calls a field; null for one that it does not know. */
export const nameOfTag = (tag: string): string | null => NAMES[tag] ?? null;

export const isKnownTag = (tag: string): boolean => tag in NAMES;

/**
 * How many letters at the head of a line are the printed name of its field, with the colon or dots behind it; 0 where the line
 * begins with its value at once. The longest name counts.
 */
export function labelLength(line: string): number {
  let read = '';
  let found = 0;
  for (let at = 0; at < line.length && read.length <= LONGEST; at++) {
    const letter = line.charAt(at).toLowerCase();
    if (/[a-z0-9]/.test(letter)) read += letter;
    if (KNOWN.has(read) && /^(\s*$|\s*(?:\([^)]*\))?\s*[:–]|\s*\.{2,}|\s+-\s|\s{2,})/.test(line.slice(at + 1)))
      found = at + 1;
  }
  if (found === 0) return 0;
  const after = /^(?:\s*\([^)]*\))?[\s:.\-–]*/.exec(line.slice(found));
  return found + (after?.[0].length ?? 0);
}
