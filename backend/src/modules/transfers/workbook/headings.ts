import { isMilestone, type LineField, type LineUnit, type MilestoneKey, type WorkbookField } from './workbook.fields';

/** What a column's heading was taken for, and how sure that is. */
export interface HeadingMatch {
  field: WorkbookField;
  /** 1: the words are the field's own; less for other words, typos and words left over. */
  confidence: number;
}

/** Sheets spell one word many ways: on the left what we call it, on the right what is written. */
const SPELLINGS: Record<string, string> = {
  approve: 'approved approval app apvd appr apprvd approve approvd',
  baseline: 'baseline baselines',
  book: 'booked booking book bkd',
  bulk: 'bulk',
  buyer: 'buyer customer client brand',
  cad: 'cad artwork',
  colour: 'colour color clr col colours colors shade colorway colourway',
  comment: 'comments comment cmnts feedback',
  confirm: 'confirmed confirm confirmation',
  cut: 'cutting cut',
  delivered: 'delivered dlvd',
  delivery: 'delivery dlv',
  dye: 'dyeing dye dying',
  end: 'complete completed completion finish finished end close comp compl',
  exfactory: 'exfactory exfty xfactory etd',
  fabric: 'fabrics fabric fabrication',
  final: 'final fnl',
  first: '1st first',
  finishing: 'finishing',
  fit: 'fit',
  goods: 'goods',
  inspect: 'inspection insp inspect',
  knit: 'knitting knit',
  labdip: 'labdip ld labdips',
  lc: 'lc',
  leave: 'leaves leave',
  line: 'line',
  order: 'order ord ordered',
  own: 'own',
  pi: 'pi proforma',
  pack: 'packing pack poly packed',
  po: 'po',
  pp: 'pp preproduction',
  print: 'print printing',
  quantity: 'quantity qty qnty qnt qtty pcs',
  receive: 'received rcvd recd receive rec rcv receipt inhouse',
  remain: 'remaining remain balance bal',
  remarks: 'remarks remark notes note',
  require: 'req reqd required requirement require need needed',
  send: 'send sent sending',
  set: 'set',
  sew: 'sewing sew stitching',
  ship: 'shipment ship shipped shipping',
  size: 'size',
  step: 'step steps',
  strikeoff: 'strikeoff',
  start: 'start started strt begin input starting',
  status: 'status',
  style: 'style styles',
  swatch: 'swatch swatches',
  type: 'type',
  submit: 'submitted submission submit sub subm submite submisson sbmt',
  unit: 'unit uom units',
  yards: 'yards yds yardage yd',
  yarn: 'yarn yarns',
};

/** Words that name no field of their own. */
const NOISE =
  'name no number num nos date dt plan planned actual of the and for cum in to on ref target factory kg kgs all';

/** The fields by our words; the first form is the usual one, the others are as sure unless a number says less. */
const FORMS: Record<LineField | MilestoneKey, (string | [string, number])[]> = {
  style: ['style', ['article', 0.8], ['item', 0.7]],
  fabrics: ['fabric', ['fabric composition', 0.9], ['fabric details', 0.9], ['composition', 0.8]],
  colour: ['colour'],
  cad: ['cad'],
  part: ['part'],
  status: ['status', ['order status', 0.9]],
  quantity: ['order quantity', ['quantity', 0.9], ['quantity pieces', 0.9]],
  unit: ['unit'],
  deliveredQuantity: ['quantity delivered', ['delivered', 0.8], ['delivery quantity', 0.9], ['ship quantity', 0.9]],
  remainingQuantity: ['remain quantity', ['remain', 0.8]],
  yarnRequired: ['yarn require', ['yarn quantity', 0.9]],
  sewingLine: ['line', 'sew line'],
  remarks: ['remarks', ['comment', 0.8]],
  orderNumber: ['po', ['order', 0.8], 'order po'],
  buyer: ['buyer'],
  orderType: ['order type'],
  etd: ['leave'],
  stepNotes: ['step remarks'],
  baselines: ['step baseline'],
  ownSteps: ['own step'],
  yarnBooked: ['yarn book'],
  yarnReceived: ['yarn receive'],
  labDipSubmitted: ['labdip submit', ['labdip send', 0.9]],
  labDipApproved: ['labdip approve', ['labdip receive', 0.7]],
  ppYards: ['pp yards'],
  fitCumPpSubmitted: ['fit pp submit', ['fit submit', 0.8], ['pp submit', 0.8], ['fit pp send', 0.9]],
  fitCumPpComments: [
    'fit pp comment',
    ['fit comment', 0.8],
    ['pp comment', 0.8],
    ['fit pp approve', 0.8],
    ['pp approve', 0.7],
  ],
  knittingStart: ['knit start'],
  knittingComplete: ['knit end'],
  dyeingStart: ['dye start'],
  dyeingComplete: ['dye end'],
  firstBulkSubmission: ['first bulk submit', ['bulk submit', 0.9]],
  bulkSizeSet: ['bulk size set', ['size set', 0.9]],
  cuttingStart: ['cut start'],
  cuttingComplete: ['cut end'],
  printSent: ['print send', ['print start', 0.8]],
  printReceived: ['print receive', ['print end', 0.8]],
  sewingInput: ['sew start'],
  sewingFinish: ['sew end'],
  packingComplete: ['pack end', ['pack', 0.8]],
  finalInspection: ['final inspect', ['inspect', 0.8]],
  exFactory: ['exfactory', ['ship', 0.8], ['delivery', 0.7], ['exfactory delivery', 0.9]],
  piSent: ['pi send'],
  piConfirmed: ['pi confirm'],
  lcReceived: ['lc receive'],
  strikeOffSubmitted: ['strikeoff submit', ['strikeoff send', 0.9]],
  strikeOffApproved: ['strikeoff approve'],
  finishingComplete: ['finishing end'],
  bulkSwatchApproved: ['bulk swatch approve'],
  shipped: ['goods ship'],
};

const LONGEST_HEADING = 60;
const LEAST_CONFIDENCE = 0.6;
const TYPO = 0.95;
const EXTRA_WORD = 0.8;

const wordOf = new Map<string, string>();
for (const [word, spellings] of Object.entries(SPELLINGS)) {
  for (const spelling of spellings.split(' ')) wordOf.set(spelling, word);
}
const noise = new Set(NOISE.split(' '));
const forms = Object.entries(FORMS).flatMap(([field, list]) =>
  list.map((form) => {
    const [words, sureness] = typeof form === 'string' ? [form, 1] : form;
    return { field: field as LineField | MilestoneKey, words: words.split(' '), sureness };
  }),
);
const known = new Map<string, HeadingMatch | null>();
const MOST_REMEMBERED = 5000;

/**
 * Which field a heading stands for: upper or lower case, line breaks, punctuation, house spellings and typos of a letter or
 * two (COMPLTE, SUBMITE) are all the same to it. Null when it is none of ours. Never throws.
 */
export function matchHeading(heading: string): HeadingMatch | null {
  const text = heading.trim();
  if (text === '' || text.length > LONGEST_HEADING) return null;
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const found = findMatch(text);
  const match = found && PLANNED.test(text) ? planned(found) : found;
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(text, match);
  return match;
}

/** The unit a quantity's heading names: `ORDER QTY (PCS)`, `Qty in KG`. */
export function unitOfHeading(heading: string): LineUnit | null {
  const text = heading.toLowerCase();
  if (/\b(pcs|pieces|pc)\b/.test(text)) return 'pieces';
  if (/\bkgs?\b/.test(text)) return 'kg';
  if (/\b(yds|yards|yd)\b/.test(text)) return 'yards';
  if (/\b(mtrs?|meters?|metres?)\b/.test(text)) return 'meters';
  return /\blbs?\b/.test(text) ? 'lbs' : null;
}

/** Of twins like `PLANNED KNITTING START` and `KNITTING START`; any other word for a plan is noise. */
const PLANNED = /^planned\b/i;
const planned = ({ field, confidence }: HeadingMatch): HeadingMatch => ({
  field: isMilestone(field) ? `planned_${field}` : field,
  confidence,
});

function findMatch(text: string): HeadingMatch | null {
  const { words, typos } = readWords(text);
  if (words.length === 0) return null;
  let best: HeadingMatch | null = null;
  for (const form of forms) {
    if (!form.words.every((word) => words.includes(word))) continue;
    const extra = words.filter((word) => !form.words.includes(word)).length;
    const confidence = form.sureness * EXTRA_WORD ** extra * TYPO ** typos;
    if (confidence > (best?.confidence ?? 0))
      best = { field: form.field, confidence: Math.round(confidence * 100) / 100 };
  }
  return best && best.confidence >= LEAST_CONFIDENCE ? best : null;
}

function readWords(text: string): { words: string[]; typos: number } {
  const plain = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1') // L.D.
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bex (factory|fty|fact)\b/g, 'exfactory')
    .replace(/\bl(ab)? ?d(ip)?\b/g, 'labdip')
    .replace(/\bpre production\b/g, 'pp')
    .replace(/\bstrike off\b/g, 'strikeoff')
    .replace(/\bin house\b/g, 'inhouse')
    .trim();
  const words: string[] = [];
  let typos = 0;
  for (const written of plain.split(' ')) {
    if (written === '' || noise.has(written)) continue;
    const exact = wordOf.get(written);
    const word = exact ?? closestWord(written) ?? written;
    if (!exact && word !== written) typos++;
    if (!words.includes(word)) words.push(word);
  }
  return { words, typos };
}

function closestWord(written: string): string | null {
  const allowed = written.length >= 8 ? 2 : written.length >= 5 ? 1 : 0;
  if (allowed === 0 || written.length > 20 || /\d/.test(written)) return null;
  for (const [spelling, word] of wordOf) {
    // Whoever mistypes a word gets its first or its last letter right; the others need no closer look.
    const alike = spelling[0] === written[0] || spelling.at(-1) === written.at(-1);
    if (alike && spelling.length >= 5 && editDistance(written, spelling) <= allowed) return word;
  }
  return null;
}

/** Letters to add, drop, change or swap with the next one to turn one word into the other. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3; // more than any typo
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
