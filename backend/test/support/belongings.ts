import supertest from 'supertest';
import { TokensService } from '../../src/modules/auth/tokens/tokens.service';
import { AlertKeeper } from '../../src/modules/planning/alerts/alert-keeper';
import { newId } from '../../src/platform/database/base.entity';
import { today } from '../../src/platform/values/day';
import type { House, Person } from './house';
import { beginning } from './tus';

/** Ids by their place in an address: `samples/{id}`, `gates/{key}`; what one operation uses up, by its name. */
export type Belongings = Readonly<Record<string, string>>;

interface Upload {
  uploadId: string;
  url: string;
  headers: { name: string; value: string }[];
}

type Made = Record<string, unknown> & { id: string };

const TODAY = today('Asia/Dhaka');
/** Before the days of the contract's examples. */
const EARLIER = '2026-11-01';
const pdf = Buffer.from('%PDF-1.7\n% paper\n%%EOF');

/** What addresses name that is nobody's: an option, a gate, an illuminant. */
const NAMES: Belongings = {
  'options/{label}': 'A',
  'gates/{key}': 'labDip',
  'milestones/{milestone}': 'knittingStart',
  'readings/{illuminant}': 'D65',
  '{illuminant}/{observer}': '10',
  'totals/{currency}': 'USD',
};

/** One of everything that hangs on an order of `by`, and of what is `by`'s own; made through the API. */
export async function belongingsOf(house: House, by: Person): Promise<Belongings> {
  const caller = house.as(by);
  const made = async (path: string, body: object = {}, whose = caller): Promise<Made> => {
    const answer = await whose.post<Made>(path, body);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const idOf = async (path: string, body: object = {}): Promise<string> => (await made(path, body)).id;

  const order = await house.given.order({ etd: TODAY }, by);
  const orderId = order.id;
  const orderLineId = order.lines[0]!.id;
  const styleId = order.styles[0]!.id;

  const sample = await house.given.sample({ orderId, orderLineId }, by);
  await made(`/samples/${sample.id}/options/`);
  const sent = await house.given.sample({ orderId, orderLineId, type: 'strike_off' }, by);
  const documents = await caller.uploadAll<{ results: { document: Made }[] }>(`/orders/${orderId}/documents/`, [
    ['paper.pdf', pdf],
  ]);
  const [entry] = (await made('/production-entries/', {
    entries: [{ orderLineId, stage: 'knitting', quantity: '5' }],
  })) as unknown as Made[];
  const milestone = await caller.put<Made>(`/order-lines/${orderLineId}/milestones/knittingStart/`, {
    plannedOn: '2027-01-02',
  });
  const invoice = await idOf('/financials/proforma-invoices/', { orderId });

  const credit = await creditOf(orderId);
  const cargo = await cargoOf(orderId);
  await made(`/shipments/${cargo['shipments/{id}']}/presentation/`, {
    letterOfCreditId: credit['letters-of-credit/{id}'],
  });

  return {
    ...NAMES,
    'orders/{id}': orderId,
    'orders/{orderId}': orderId,
    'profits/{orderId}': orderId,
    'styles/{id}': styleId,
    'order-lines/{id}': orderLineId,
    removeLine: order.lines[1]!.id,
    beginShipmentPresentation: (await house.given.shipment({ orderId }, by)).id,
    'samples/{id}': sample.id,
    'samples/{sampleId}': sent.id,
    'parcels/{id}': await idOf('/parcels/', { courierName: 'DHL', sampleIds: [sent.id] }),
    'comments/{id}': await idOf('/comments/', { orderId, body: 'dip couriered' }),
    'documents/{id}': documents.body.results[0]!.document.id,
    'tasks/{id}': await idOf('/tasks/', { orderId, title: 'Call the mill' }),
    'incidents/{id}': await idOf('/incidents/', {
      orderId,
      title: 'Shade is off',
      type: 'quality_rejection',
      incidentDate: EARLIER,
    }),
    'delay-ledger/{id}': await idOf(`/order-lines/${orderLineId}/delays/`, {
      party: 'mill',
      reason: 'The dye-house stood still.',
      workingDays: 3,
    }),
    'milestones/{id}': milestone.body.id,
    'mill-offers/{id}': await idOf('/mill-offers/', { orderLineId, millName: 'Padma', price: '2.05' }),
    'supplier-deliveries/{id}': await idOf('/supplier-deliveries/', { orderId, orderLineId, deliveredQuantity: '12' }),
    'production-entries/{id}': entry!.id,
    'metrics/{id}': await idOf('/production/metrics/', { orderId, knittedQuantity: '400', date: '2026-01-02' }),
    'proforma-invoices/{id}': invoice,
    'proforma-invoices/{invoiceId}': invoice,
    ...credit,
    ...cargo,
    ...(await askedOf()),
    ...(await recordedOf()),
    ...(await alertOf()),
    'exports/{id}': await idOf('/exports/', { kind: 'orders' }),
    'saved-views/{id}': await idOf('/saved-views/', { list: 'orders', name: newId(), query: 'status=running' }),
    'alert-mutes/{id}': await idOf('/alert-mutes/', { rule: 'task_overdue' }),
    'sessions/{id}': await sessionOf(house, house.ids[by]),
    'uploads/{id}': await uploadOf(),
    'resumable-uploads/{id}': await begunOf(),
    'notifications/{id}': await noticeOf(),
    'imports/{id}': await importOf(),
  };

  async function creditOf(creditedId: string): Promise<Belongings> {
    const lcNumber = `DC-${newId().slice(-12)}`;
    const lc = await idOf('/financials/letters-of-credit/', {
      orderId: creditedId,
      lcNumber,
      amount: '10',
      issueDate: '2026-11-01',
      expiryDate: '2027-11-01',
      issuingBank: 'HSBC',
    });
    const at = `/financials/letters-of-credit/${lc}`;
    await made(`${at}/text/`, { text: `:20:${lcNumber}\n:31C:261101\n:31D:271101DHAKA\n:32B:USD10,\n` });
    await made(`${at}/issuance/`);
    const { findings } = (await caller.get<{ findings: { key: string }[] }>(`${at}/findings/`)).body;
    const stands = { key: findings[0]!.key, reason: 'The bank takes it.' };
    const waived = (await made(`${at}/findings/waivers/`, stands)) as unknown as { findings: { waiver?: Made }[] };
    const changes = { presentationDays: 10 };
    const { amendments } = (await made(`${at}/amendments/`, { changes })) as unknown as { amendments: Made[] };
    await made(`${at}/drawings/`, { reference: 'CI-1', amount: '5', presentedOn: EARLIER });
    const drawn = await caller.get<{ drawings: Made[] }>(`${at}/drawings/`);
    const wanted = { millName: 'Meghna Knit', amount: '1', usanceDays: 120 };
    return {
      'letters-of-credit/{id}': lc,
      'back-to-back/{id}': await idOf(`${at}/back-to-back/`, wanted),
      'waivers/{waiverId}': waived.findings.find(({ waiver }) => waiver)!.waiver!.id,
      'amendments/{amendmentId}': amendments[0]!.id,
      'drawings/{drawingId}': drawn.body.drawings[0]!.id,
    };
  }

  async function cargoOf(carriedId: string): Promise<Belongings> {
    const shipment = await house.given.invoicedShipment({ orderId: carriedId }, by);
    const { papers } = (await made(`/shipments/${shipment.id}/papers/`, {
      papers: [{ kind: 'bill_of_lading' }],
    })) as unknown as { papers: Made[] };
    return {
      'shipments/{id}': shipment.id,
      'shipment-papers/{id}': papers[0]!.id,
      'commercial-invoices/{id}': shipment.invoice.id,
      'receivables/{id}': shipment.receivableId,
      'payments/{id}': await idOf('/financials/payments/', { orderId: carriedId, amount: '100' }),
    };
  }

  /** A request to delete an order of `by`, which waits for the answer. */
  async function askedOf(): Promise<Belongings> {
    const asked = await house.given.order({}, by);
    const asker = house.as(by === 'manager' ? 'admin' : 'manager');
    const { id } = await made(`/orders/${asked.id}/deletion-requests/`, { reason: 'Entered twice.' }, asker);
    return { 'deletion-requests/{id}': id };
  }

  /** What was changed, and what was removed. */
  async function recordedOf(): Promise<Belongings> {
    const other = await house.given.order({}, by);
    const [line, gone] = [other.lines[0]!.id, other.lines[1]!.id];
    await caller.patch(`/order-lines/${line}/`, { notes: 'rush' });
    await caller.delete(`/order-lines/${gone}/`);
    return {
      'activity/{eventId}': (await house.eventsOf(line)).at(-1)!.id,
      'trash/{id}': (await house.eventsOf(gone)).at(-1)!.id,
    };
  }

  async function alertOf(): Promise<Belongings> {
    const due = await house.given.order({ styles: [], etd: TODAY }, by);
    await house.app.get(AlertKeeper).evaluate();
    const [alert] = (await caller.get<{ results: Made[] }>(`/alerts/?orderId=${due.id}`)).body.results;
    return { 'alerts/{id}': alert!.id };
  }

  async function noticeOf(): Promise<string> {
    const giver = house.as(by === 'manager' ? 'admin' : 'manager');
    await made('/tasks/', { orderId, title: 'Send the dip', assignedToId: house.ids[by] }, giver);
    await house.deliverEvents();
    return (await caller.get<{ results: Made[] }>('/notifications/')).body.results[0]!.id;
  }

  async function uploadOf(): Promise<string> {
    const announced = { orderId, fileName: 'art.pdf', fileSize: pdf.length };
    const { uploadId, url, headers } = (await made('/documents/uploads/', announced)) as unknown as Upload;
    const put = supertest(house.app.getHttpServer()).put(url);
    await headers.reduce((request, { name, value }) => request.set(name, value), put).send(pdf);
    return uploadId;
  }

  async function begunOf(): Promise<string> {
    const answer = await caller.post<Upload>('/documents/resumable-uploads/', {}, beginning(orderId, 'art.pdf', 9));
    if (answer.status >= 300) throw new Error(`No upload was begun: ${answer.text}`);
    return answer.body.uploadId;
  }

  async function importOf(): Promise<string> {
    const sheet = Buffer.from('PO,Buyer,Fabric,Qty\nPO-1,ANABIA,Rib,9');
    const { status, text, body } = await caller.upload<Made>('/imports/', sheet, 'orders.csv');
    if (status >= 300) throw new Error(`No import was begun: ${text}`);
    return body.id;
  }
}

/** What is the whole house's, with the exchange rate and the rule of `day`; made by its manager and its admin. */
export async function furnitureOf(house: House, day: string): Promise<Belongings> {
  const made = async (person: Person, path: string, body: object): Promise<string> => {
    const answer = await house.as(person).post<Made>(path, body);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
    return answer.body.id;
  };
  const name = newId();
  const rules = await house.as('manager').get<{ results: Made[] }>('/alert-rules/');
  const userId = await made('admin', '/auth/users/', {
    email: `${name}@house.test`,
    fullName: 'Nadia Rahman',
    role: 'merchandiser',
    password: 'four other words entirely',
  });
  return {
    'users/{id}': userId,
    'sessions/{sessionId}': await sessionOf(house, userId),
    'invitations/{id}': await made('admin', '/auth/invitations/', { email: `i-${name}@house.test`, role: 'manager' }),
    'gate-sets/{id}': await made('manager', '/gate-sets/', {
      name,
      words: [name],
      gates: [{ key: 'price' }],
    }),
    'tna-templates/{id}': await made('manager', '/tna-templates/', {
      name,
      words: [name],
      steps: [{ key: 'yarnBooked', holder: 'us', days: 1 }],
    }),
    'working-calendars/{id}': await made('manager', '/working-calendars/', {
      holder: 'mill',
      partyName: name,
      weekend: [7],
    }),
    'jobs/{id}': await deadJobOf(house),
    'mails/{id}': await sentMailOf(house),
    'alert-rules/{id}': rules.body.results[0]!.id,
    'back-to-back-rules/{id}': await made('manager', '/back-to-back-rules/', {
      validFrom: day,
      limitPercent: '75',
      maxUsanceDays: 180,
      source: name,
    }),
    'exchange-rates/{id}': await made('manager', '/exchange-rates/', {
      fromCurrency: 'USD',
      toCurrency: 'BDT',
      rate: '122.5',
      ratedOn: day,
      source: name,
    }),
  };
}

/** Another one than that of the tests themselves. */
async function sessionOf(house: House, userId: string): Promise<string> {
  await house.app.get(TokensService).open(userId, 'a phone', '203.0.113.7');
  const [session] = await house.query<{ id: string }>(
    'SELECT id FROM sessions WHERE user_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
    [userId],
  );
  return session!.id;
}

/** A job that failed as often as it may. */
export async function deadJobOf(house: House): Promise<string> {
  const id = newId();
  await house.query(
    `INSERT INTO pgboss.job (id, name, data, state, retry_limit, retry_count, started_on, completed_on, output, policy)
     VALUES ($1, 'exports', $2, 'failed', 8, 8, now(), now(), '{"message": "The disk is full."}', 'standard')`,
    [id, { exportId: newId() }],
  );
  return id;
}

/** A mail that was sent. */
export async function sentMailOf(house: House): Promise<string> {
  const id = newId();
  await house.query(
    `INSERT INTO mails (id, kind, message_id, to_name, to_address, subject, text, state, tries, sent_at)
     VALUES ($1, 'notice', $2, 'Anna Berg', 'anna@anabia.test', 'The dip is on its way', 'Round 2.', 'sent', 1, now())`,
    [id, `notice-${id}`],
  );
  return id;
}
