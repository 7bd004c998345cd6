import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { DocumentCategory, DocumentSubcategory } from '../modules/orders/documents/document.vocabulary';
import { thumbnailOf } from '../modules/orders/documents/thumbnail';
import { screenColourOf } from '../modules/samples/colour/difference';
import type { Storage } from '../platform/storage/storage';
import { addDays, type Day } from '../platform/values/day';
import { dayWords, moneyWords, quantityWords } from '../platform/values/words';
import { event } from './event-rows';
import { artworkPng, letterPdf, mail, swatchPng } from './papers';
import { Random } from './random';
import { STANDARDS } from './sample-round-rows';
import { amountOf, dayAt, linesOf, pastDay, quantityOf, type OrderPlan } from './season';
import type { Row } from './tables';

/** A paper as somebody would have filed it. */
interface Paper {
  fileName: string;
  fileType: string;
  bytes: Buffer;
  category: DocumentCategory;
  subcategory?: DocumentSubcategory;
  day: Day;
  description?: string;
  sample?: Row;
  lineId?: string;
  /** The paper that it takes the place of, filed just before. */
  revised?: true;
}

interface Papers {
  samples: readonly Row[];
  invoices: readonly Row[];
  credit: Row;
}

const HOUSE = 'Prova Fashion & Accessories, Dhaka';
const PDF = 'application/pdf';

/**
 * The papers of every third order: real files in the storage. Swatches come with their small pictures; those of PDFs, which
 * take longer, the worker draws (`askForThumbnails`).
 * @param people the merchandisers, by their place in the season
 */
export async function fileDocuments(
  season: readonly OrderPlan[],
  papersOf: (plan: OrderPlan) => Papers,
  people: readonly string[],
  storage: Storage,
): Promise<{ documents: Row[]; events: Row[] }> {
  const filed = await Promise.all(
    season
      .filter(({ index }) => index % 3 === 0)
      .map(async (plan) => {
        const by = people[plan.merchandiserIndex] ?? '';
        return fileAll(plan, await papers(plan, papersOf(plan)), by, storage);
      }),
  );
  return { documents: filed.flatMap(({ documents }) => documents), events: filed.flatMap(({ events }) => events) };
}

/** Queues the small pictures that are not drawn yet. */
export async function askForThumbnails(client: ClientBase): Promise<void> {
  await client.query(`
    INSERT INTO pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, expire_in, policy)
    SELECT queue.name, jsonb_build_object('documentId', document.id), queue.retry_limit, queue.retry_delay,
           queue.retry_backoff, queue.expire_seconds * interval '1 second', queue.policy
      FROM order_documents document, pgboss.queue
     WHERE queue.name = 'document-thumbnails' AND document.thumbnail_state = 'pending'`);
}

/** Oldest first: a revised paper takes the place of the one before it. */
async function fileAll(plan: OrderPlan, all: readonly Paper[], by: string, storage: Storage) {
  const random = new Random(9_000 + plan.index);
  const [documents, events]: [Row[], Row[]] = [[], []];
  for (const paper of all) {
    const replaced = paper.revised && documents.at(-1);
    const row = await fileOf(plan, paper, random, by, storage, replaced);
    if (replaced) Object.assign(replaced, { is_current: false, row_version: 2 });
    documents.push(row);
    events.push(addedEvent(plan, row, random, by, replaced));
  }
  return { documents, events };
}

async function papers(plan: OrderPlan, { samples, invoices, credit }: Papers): Promise<Paper[]> {
  const { buyer, number, progress } = plan;
  const goods = [
    ['Order', number],
    ['Fabric', `${plan.fabric.type}, ${plan.fabric.composition}`],
    ['Quantity', quantityWords(String(quantityOf(plan)), plan.unit)],
  ] as const;
  const invoice = invoices[0];
  const [piNumber, issued] = [String(invoice?.['pi_number']), String(invoice?.['issue_date'])];
  const proforma = (terms: string) =>
    letterPdf({
      from: HOUSE,
      title: `Proforma invoice ${piNumber}`,
      terms: [
        ...goods,
        ['Buyer', buyer.buyer],
        ['Amount', moneyWords(amountOf(plan), 'USD')],
        ['Date', dayWords(issued)],
        ['Payment', terms],
      ],
      foot: 'Goods of Bangladesh origin. Quantity and amount 5 % more or less acceptable.',
    });
  const pi = { category: 'pi', fileType: PDF, day: issued } as const;
  const ordered = letterPdf({
    from: buyer.buyer,
    title: `Purchase order ${number}`,
    terms: [...goods, ['Season', buyer.season], ['Ship by', dayWords(plan.etd)]],
    foot: 'Please confirm receipt within three working days.',
  });
  const all: Paper[] = [
    {
      fileName: `${number}.pdf`,
      fileType: PDF,
      bytes: ordered,
      category: 'other',
      subcategory: 'purchase_order',
      day: plan.ordered,
    },
    { ...pi, fileName: `${piNumber}.pdf`, bytes: proforma('LC at sight') },
  ];
  if (progress > 0.12 && plan.index % 2 === 0)
    all.push({
      ...pi,
      fileName: `${piNumber} revised.pdf`,
      bytes: proforma('LC at 60 days'),
      day: pastDay(plan, addDays(issued, 3)),
      description: 'Payment term as the buyer asked for.',
      revised: true,
    });
  const dip = samples.find((sample) => sample['type'] === 'lab_dip' && sample['submission_date']);
  const line = linesOf(plan)[0];
  if (dip && line)
    all.push({
      fileName: `Lab dip ${line.colour[1]} R${String(dip['version'])}.png`,
      fileType: 'image/png',
      bytes: await swatchPng(screenColourOf(STANDARDS[line.colour[1] as keyof typeof STANDARDS])),
      category: 'sample',
      subcategory: 'lab_dip',
      day: String(dip['submission_date']),
      sample: dip,
      lineId: line.id,
    });
  const strikeOff = samples.find((sample) => sample['type'] === 'strike_off' && sample['order_line_id']);
  const printed = linesOf(plan).find(({ id }) => id === strikeOff?.['order_line_id']);
  if (printed)
    all.push({
      fileName: `Artwork dots ${printed.colour[1]}.png`,
      fileType: 'image/png',
      bytes: await artworkPng(screenColourOf(STANDARDS[printed.colour[1] as keyof typeof STANDARDS])),
      category: 'other',
      subcategory: 'artwork',
      day: plan.ordered,
      lineId: printed.id,
      description: 'Repeat 64 cm, one screen.',
    });
  if (credit['status'] !== 'pending') all.push(...creditPapers(plan, credit));
  if (progress > 0.5 && line) all.push(testReport(plan, line));
  return all;
}

function creditPapers(plan: OrderPlan, credit: Row): Paper[] {
  const [number, issued] = [String(credit['lc_number']), String(credit['issue_date'])];
  const bytes = letterPdf({
    from: String(credit['issuing_bank']),
    title: `Documentary credit ${number}`,
    terms: [
      ['Applicant', plan.buyer.buyer],
      ['Beneficiary', HOUSE],
      ['Amount', moneyWords(amountOf(plan), 'USD')],
      ['Latest shipment', dayWords(plan.etd)],
      ['Expiry', dayWords(String(credit['expiry_date']))],
      ['Presentation', 'Within 21 days after shipment'],
    ],
    foot: 'Subject to UCP 600.',
  });
  const sent = {
    from: `imports@${plan.buyer.customer.toLowerCase().replace(/[^a-z]+/g, '')}.example`,
    to: 'commercial@provabook.example',
    date: new Date(`${issued}T08:00:00Z`),
    subject: `LC ${number} for ${plan.number}`,
    text: `Dear all,\n\nour bank opened ${number} today. Please check it against your PI and come back by Thursday.\n\nBest regards`,
  };
  return [
    { fileName: `LC ${number}.pdf`, fileType: PDF, bytes, category: 'lc', day: issued },
    {
      fileName: `${sent.subject}.eml`,
      fileType: 'message/rfc822',
      bytes: mail(sent),
      category: 'email',
      day: issued,
    },
  ];
}

function testReport(plan: OrderPlan, line: { id: string; colour: readonly [string, string] }): Paper {
  const day = pastDay(plan, dayAt(plan, 0.5));
  const bytes = letterPdf({
    from: 'Dhaka Textile Laboratory',
    title: `Test report ${plan.number}`,
    terms: [
      ['Fabric', plan.fabric.type],
      ['Colour', `${line.colour[1]} (${line.colour[0]})`],
      ['Weight, ISO 3801', `${plan.fabric.gsm} g/m\u00b2`],
      ['Shrinkage, ISO 6330', '4.2 % length, 3.6 % width'],
      ['Rubbing, ISO 105-X12', 'dry 4-5, wet 4'],
      ['Verdict', 'Passed'],
    ],
    foot: 'The results are of the sample that was submitted, and of nothing else.',
  });
  return {
    fileName: `Test report ${line.colour[1]}.pdf`,
    fileType: PDF,
    bytes,
    category: 'sample',
    subcategory: 'quality_test',
    day,
    lineId: line.id,
  };
}

async function fileOf(
  plan: OrderPlan,
  paper: Paper,
  random: Random,
  by: string,
  storage: Storage,
  replaced?: Row,
): Promise<Row> {
  const at = new Date(`${paper.day}T07:00:00.000Z`);
  const id = random.id(at);
  const key = `orders/${plan.id}/${random.id(at)}`;
  const small = paper.fileType === 'image/png' ? await thumbnailOf(paper.bytes) : null;
  const thumbnail = small && `${key}-small.webp`;
  await storage.put(key, paper.bytes, { contentType: paper.fileType, maxBytes: paper.bytes.length });
  if (small && thumbnail) await storage.put(thumbnail, small, { contentType: 'image/webp', maxBytes: small.length });
  return {
    id,
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    row_version: 1,
    order_id: plan.id,
    order_line_id: paper.lineId ?? null,
    sample_id: paper.sample?.['id'] ?? null,
    file: key,
    file_name: paper.fileName,
    file_type: paper.fileType,
    file_size: paper.bytes.length,
    sha256: createHash('sha256').update(paper.bytes).digest('hex'),
    category: paper.category,
    subcategory: paper.subcategory ?? null,
    description: paper.description ?? null,
    document_date: paper.day,
    uploaded_by_id: by,
    series_id: replaced?.['series_id'] ?? id,
    version: replaced ? 2 : 1,
    replaces_id: replaced?.['id'] ?? null,
    is_current: true,
    thumbnail,
    thumbnail_state: small ? 'ready' : paper.fileType === PDF ? 'pending' : 'none',
  };
}

function addedEvent(plan: OrderPlan, row: Row, random: Random, by: string, replaced?: Row): Row {
  const after = {
    fileName: row['file_name'],
    category: row['category'],
    subcategory: row['subcategory'],
    version: row['version'],
  };
  const name = replaced ? 'document.version_added' : 'document.added';
  return event(random, plan, String(row['created_at']), name, 'document', row['id'], by, {
    orderLineId: row['order_line_id'],
    before: replaced ? { fileName: replaced['file_name'], version: replaced['version'] } : {},
    after,
    ...(replaced
      ? { replaced: { id: replaced['id'], fileName: replaced['file_name'], version: replaced['version'] } }
      : {}),
  });
}
