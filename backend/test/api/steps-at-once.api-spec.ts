import { newToken } from '../../src/modules/auth/links/one-time-token';
import { newId } from '../../src/platform/database/base.entity';
import { today } from '../../src/platform/values/day';
import { deadJobOf, sentMailOf } from '../support/belongings';
import { committedContract, operationsOf } from '../support/contract';
import { House, PASSWORD, type Answer, type Person } from '../support/house';

let house: House;
beforeAll(async () => (house = await House.open({ SMTP_URL: 'smtp://127.0.0.1:9' })));
afterAll(() => house?.close());

const MANY = 20;
/** A workbook is read anew for each who commits it, one after the other: a second each. */
const READERS = 3;
const TODAY = today('Asia/Dhaka');

/** What looks like a step by its address, and is none: asked twenty times it does its work twenty times. */
const NO_STEPS: Readonly<Record<string, readonly string[]>> = {
  'It adds one more of many; twice the same is refused by a key or a name where there is one.': [
    ...['addDocuments', 'addDocumentVersion', 'addGate', 'addLine', 'addSampleOption', 'addShipmentPapers', 'addStyle'],
    ...['attachShipmentDocuments', 'bookDelay', 'copyOrder', 'copyStyle', 'mailProformaInvoice', 'splitLine'],
    ...['recordAmendment', 'recordBackToBack', 'recordDrawing', 'recordSupplierDeliveries'],
  ],
  'It puts a file, a text or a member in its place, where it stays the same one.': [
    ...['addInvoiceToLetterOfCredit', 'addLetterOfCreditDocument', 'addOrderToLetterOfCredit', 'addProformaInvoicePdf'],
    ...['attachOptionPicture', 'attachSampleFile', 'attachShipmentPaperFile', 'packParcel', 'pasteLetterOfCreditText'],
  ],
  'It takes a file away.': [
    'removeOptionPicture',
    'removeSampleFile',
    'removeShipmentDocuments',
    'removeShipmentPaperFile',
  ],
  'It makes a paper anew.': ['printCommercialInvoice', 'printPackingList', 'printProformaInvoice'],
  'It works something out.': ['guessDocuments', 'previewBackToBack', 'previewLineChange', 'previewOrderChange'],
  'It may be done again and again, and is told each time.': ['layLinePlan', 'sendInvitationAgain'],
  'What one wants to hear of.': ['readNotification', 'snoozeAlert', 'wakeAlert'],
  'It ends what there is, if there is any.': ['endUserSessions', 'resetSecondFactor'],
};

/** What only brings a thing to where it is wanted: who asks for where it is already is told so, and nothing happens. */
const SETTLES = ['assignOrder', 'setLineStatuses'];
/** A link that was used is no longer one, whatever it opened. */
const USED_UP: Readonly<Record<string, number>> = { acceptInvitation: 422, resetPassword: 422 };

const operations = operationsOf(committedContract());
/** By its address an operation that takes a thing from one state to the next: it ends in a noun below a thing. */
const stepsOfContract = operations
  .filter(({ method, path }) => ['post', 'delete'].includes(method) && /\}\/(.+\/)?[a-z-]+\/$/.test(path))
  .map(({ operationId }) => operationId);

const raced = new Set<string>();

/** Twenty take the same step at once: one succeeds, the others come late, and what happened is told and kept once. */
async function race<T = { id: string }>(
  by: Person,
  path: string,
  body: object = {},
  method: 'post' | 'delete' = 'post',
): Promise<T> {
  const { operationId } = operations.find((each) => each.method === method && each.pattern.test(`/api/v1${path}`))!;
  raced.add(operationId);
  const [kept] = await keptRows();
  const caller = house.as(by);
  const answers = await Promise.all(
    Array.from({ length: operationId === 'commitImport' ? READERS : MANY }, () =>
      method === 'post' ? caller.post<T>(path, body) : caller.delete<T>(path),
    ),
  );
  const won = answers.filter(({ status }) => status < 300);
  const late = answers.map(({ status }) => status).filter((status) => status >= 300);
  const refusals = [404, 409, 412, ...(USED_UP[operationId] ? [USED_UP[operationId]] : [])];
  const events = await eventsOf(answers);
  const [keptNow] = await keptRows();

  expect([operationId, late.filter((status) => !refusals.includes(status))]).toEqual([operationId, []]);
  expect([operationId, won.length]).toEqual([operationId, SETTLES.includes(operationId) ? MANY : 1]);
  expect([operationId, new Set(events.map(({ request_id }) => request_id)).size]).toEqual([
    operationId,
    operationId === 'cancelExport' ? 0 : 1, // one's own file: nobody is told
  ]);
  const told = events.map(({ name, subject_id }) => `${name} ${subject_id}`);
  const recorded = told.filter((each) => each.startsWith('approval.recorded ')).length;
  if (operationId !== 'commitImport') expect(told).toEqual([...new Set(told)]); // an import records many approvals of a line
  expect([operationId, keptNow!.count - kept!.count]).toEqual([operationId, recorded]);
  return won[0]!.body;
}

const keptRows = () => house.query<{ count: number }>('SELECT count(*)::int AS count FROM approval_history');

const eventsOf = (answers: readonly Answer<unknown>[]) =>
  house.query<{ request_id: string; name: string; subject_id: string }>(
    'SELECT request_id, name, subject_id FROM domain_events WHERE request_id = ANY($1)',
    [answers.map(({ headers }) => headers['x-request-id'])],
  );

const me = () => house.as('merchandiser');
const made = async <T = { id: string }>(path: string, body: object = {}, by: Person = 'merchandiser'): Promise<T> => {
  const { status, text, body: answer } = await house.as(by).post<T>(path, body);
  if (status >= 300) throw new Error(`POST ${path}: ${status} ${text}`);
  return answer;
};

/** By thing: its life, each step of which many take at once. */
const LIVES: Readonly<Record<string, () => Promise<unknown>>> = {
  order: async () => {
    const { id } = await made('/orders/', { customerName: 'ANABIA', fabricType: 'Rib', quantity: '9', unit: 'kg' });
    await race('merchandiser', `/orders/${id}/status/`, { status: 'in_development' });
    await race('merchandiser', `/orders/${id}/stage/`, { stage: 'Production' });
    await race('merchandiser', `/orders/${id}/conversion/`, { orderType: 'local' });
    await race('merchandiser', `/orders/${id}/delivery/`);
    await race('manager', `/orders/${id}/deletion-requests/`, { reason: 'Entered twice.' });
    await race('manager', `/orders/${id}/assignment/`, { merchandiserId: house.ids.colleague });
  },

  'request to delete': async () => {
    const asked = async () => {
      const { id } = await house.given.order();
      const request = await made(`/orders/${id}/deletion-requests/`, { reason: 'Entered twice.' }, 'manager');
      return `/deletion-requests/${request.id}`;
    };
    await race('merchandiser', `${await asked()}/approval/`);
    await race('merchandiser', `${await asked()}/decline/`);
    await race('manager', `${await asked()}/withdrawal/`);
  },

  line: async () => {
    const order = await house.given.order();
    const [white, black] = order.lines.map(({ id }) => `/order-lines/${id}`);
    await race('merchandiser', `${white}/status/`, { status: 'in_development' });
    await race('merchandiser', `/orders/${order.id}/line-statuses/`, { status: 'running' });
    await race('merchandiser', `${white}/short-closing/`, { reason: 'No more yarn.' });
    await race('merchandiser', `${black}/removal/`, { revision: { reason: 'Dropped.', agreedBy: 'Anna Berg' } });
  },

  gate: async () => {
    const { lines } = await house.given.order();
    const line = `/order-lines/${lines[0]!.id}`;
    await race('merchandiser', `${line}/approvals/`, { approvalType: 'price', status: 'approved', condition: 'Now.' });
    await race('merchandiser', `${line}/gates/price/condition-fulfilment/`);
    await race('merchandiser', `${line}/gates/labDip/holding/`, { holder: 'mill' });
    await race('merchandiser', `${line}/gates/labDip/reminder/`, { notes: 'Is the dip on its way?' });
    const lineIds = lines.map(({ id }) => id);
    await race('merchandiser', '/line-gates/decisions/', { gateKey: 'labDip', status: 'submission', lineIds });
  },

  'offer of a mill': async () => {
    const { lines } = await house.given.order();
    const offer = await made('/mill-offers/', { orderLineId: lines[0]!.id, millName: 'Padma', price: '2.05' });
    await race('merchandiser', `/mill-offers/${offer.id}/choice/`);
    await race('merchandiser', `/mill-offers/${offer.id}/choice/`, {}, 'delete');
  },

  sample: async () => {
    const { id } = await house.given.sample();
    await race('merchandiser', `/samples/${id}/submission/`);
    await race('merchandiser', `/samples/${id}/submission/`, {}, 'delete');
    await made(`/samples/${id}/submission/`);
    await race('merchandiser', `/samples/${id}/receipt/`);
    await race('merchandiser', `/samples/${id}/rejection/`, { reason: 'Too red.' });
    await race('merchandiser', `/samples/${id}/next-round/`);
    const other = await house.given.sample({ status: 'submitted' });
    await race('merchandiser', `/samples/${other.id}/approval/`);
  },

  parcel: async () => {
    const sample = await house.given.sample();
    const { id } = await made('/parcels/', { courierName: 'DHL', sampleIds: [sample.id] });
    await race('merchandiser', `/parcels/${id}/receipt/`);
  },

  PI: async () => {
    const raise = async () => {
      const { id: orderId } = await house.given.order();
      return `/financials/proforma-invoices/${(await made('/financials/proforma-invoices/', { orderId })).id}`;
    };
    const pi = await raise();
    await race('merchandiser', `${pi}/review/`);
    await race('manager', `${pi}/return/`, { reason: 'Last year’s price.' });
    await made(`${pi}/review/`);
    await race('manager', `${pi}/approval/`);
    await race('merchandiser', `${pi}/dispatch/`);
    await race('manager', `${pi}/confirmation/`);
    await race('manager', `${pi}/cancellation/`, { reason: 'A typing mistake.' });
  },

  LC: async () => {
    const lc = await creditOf('DC-1');
    await race('merchandiser', `${lc}/issuance/`);
    await race('manager', `${lc}/confirmation/`);
    await race('merchandiser', `${lc}/closure/`);
    await race('merchandiser', `${lc}/closure/`, {}, 'delete');
    await race('merchandiser', `${lc}/expiry/`);
  },

  'amendment and drawing of an LC': async () => {
    const lc = await creditOf('DC-2');
    await made(`${lc}/issuance/`);
    const amend = async () => {
      const changes = { presentationDays: 10 };
      const { amendments } = await made<{ amendments: { id: string }[] }>(`${lc}/amendments/`, { changes });
      return `${lc}/amendments/${amendments.at(-1)!.id}`;
    };
    await race('merchandiser', `${await amend()}/rejection/`, { reason: 'Not agreed.' });
    await race('merchandiser', `${await amend()}/acceptance/`);
    const [finding] = (await me().get<{ findings: { key: string }[] }>(`${lc}/findings/`)).body.findings;
    await race('merchandiser', `${lc}/findings/waivers/`, { key: finding!.key, reason: 'The bank takes it.' });
  },

  shipment: async () => {
    const { id } = await house.given.shipment();
    await race('merchandiser', `/shipments/${id}/departure/`);
    await race('merchandiser', `/shipments/${id}/return/`, { reason: 'Refused.' });
    await made(`/shipments/${id}/departure/`);
    await race('merchandiser', `/shipments/${id}/delivery/`);
  },

  invoice: async () => {
    const order = await house.given.order();
    const shipment = await house.given.shipment({ orderId: order.id });
    const lines = [{ orderLineId: order.lines[0]!.id, quantity: '5', unit: 'pieces' }];
    await me().put(`/shipments/${shipment.id}/lines/`, { lines });
    const { id } = await race('merchandiser', `/shipments/${shipment.id}/invoices/`);
    const lc = (await creditOf('DC-3', order.id)).split('/').at(-1);
    const begun = { letterOfCreditId: lc };
    type Read = { findings: { key: string }[] };
    const { findings } = await race<Read>('merchandiser', `/shipments/${shipment.id}/presentation/`, begun);
    const waiver = { key: findings[0]!.key, reason: 'The bank takes it.' };
    await race('merchandiser', `/shipments/${shipment.id}/presentation/waivers/`, waiver);
    await race('merchandiser', `/commercial-invoices/${id}/cancellation/`, { reason: 'Another buyer.' });
  },

  task: async () => {
    const { id: orderId } = await house.given.order();
    const { id } = await made('/tasks/', { orderId, title: 'Call the mill' });
    await race('merchandiser', `/tasks/${id}/start/`);
    await race('merchandiser', `/tasks/${id}/completion/`);
    await race('merchandiser', `/tasks/${id}/reopening/`);
    await race('merchandiser', `/tasks/${id}/cancellation/`);
  },

  incident: async () => {
    const { id: orderId } = await house.given.order();
    const incident = { orderId, title: 'Shade is off', type: 'quality_rejection', incidentDate: TODAY };
    const { id } = await made('/incidents/', incident);
    await race('merchandiser', `/incidents/${id}/start/`);
    await race('merchandiser', `/incidents/${id}/resolution/`, { resolution: 'Dyed again.' });
    await race('merchandiser', `/incidents/${id}/closing/`);
    await race('merchandiser', `/incidents/${id}/reopening/`, { reason: 'It came back.' });
  },

  delay: async () => {
    const { lines } = await house.given.order();
    const delay = { party: 'mill', reason: 'The dye-house stood still.', workingDays: 3 };
    const { id } = await made(`/order-lines/${lines[0]!.id}/delays/`, delay);
    await race('merchandiser', `/delay-ledger/${id}/rebooking/`, {
      party: 'buyer',
      partyName: 'ANABIA',
      reason: 'Late card.',
    });
  },

  'entry of output': async () => {
    const { lines } = await house.given.order();
    const entry = { orderLineId: lines[0]!.id, stage: 'knitting', quantity: '205' };
    const [{ id }] = await made<[{ id: string }]>('/production-entries/', { entries: [entry] });
    await race('merchandiser', `/production-entries/${id}/correction/`, { quantity: '190' });
  },

  import: async () => {
    const sheet = Buffer.from('PO,Buyer,Style,Fabric,Qty\nPO-1,ANABIA,MT-1,Rib,9');
    const { body } = await me().upload<{ id: string }>('/imports/', sheet, 'orders.csv');
    await race('merchandiser', `/imports/${body.id}/commitment/`);
  },

  export: async () => {
    const { id } = await made('/exports/', { kind: 'orders' });
    await race('merchandiser', `/exports/${id}/cancellation/`);
  },

  'history and trash': async () => {
    const { lines } = await house.given.order();
    const line = lines[0]!.id;
    await me().patch(`/order-lines/${line}/`, { notes: 'rush' });
    await race('merchandiser', `/activity/${(await house.eventsOf(line)).at(-1)!.id}/undo/`);
    await me().delete(`/order-lines/${line}/`);
    await race('merchandiser', `/trash/${(await house.eventsOf(line)).at(-1)!.id}/restoration/`);
  },

  document: async () => {
    const { id: orderId } = await house.given.order();
    const paper = Buffer.from('%PDF-1.7\n% paper\n%%EOF');
    const { body } = await me().uploadAll<{ results: { document: { id: string } }[] }>(
      `/orders/${orderId}/documents/`,
      [['paper.pdf', paper]],
    );
    const { id } = body.results[0]!.document;
    await me().delete(`/documents/${id}/`);
    await race('merchandiser', `/documents/${id}/restoration/`);
  },

  invitation: async () => {
    const invite = (email: string) => made('/auth/invitations/', { email, role: 'merchandiser' }, 'admin');
    const { id } = await invite('invited@house.test');
    const link = newToken();
    await house.query('UPDATE invitations SET token_hash = $2 WHERE id = $1', [id, link.tokenHash]);
    const nadia = { token: link.token, fullName: 'Nadia', password: PASSWORD };
    await race('merchandiser', '/auth/invitations/acceptance/', nadia);
    await race('admin', `/auth/invitations/${(await invite('not-after-all@house.test')).id}/`, {}, 'delete');
  },

  'reset password': async () => {
    const { token, tokenHash } = newToken();
    await house.query(
      `INSERT INTO password_resets (id, user_id, token_hash, expires_at) VALUES ($1, $2, $3, now() + interval '1 minute')`,
      [newId(), house.ids.colleague, tokenHash],
    );
    await race('merchandiser', '/auth/password-reset/confirmation/', { token, newPassword: 'entirely new words now' });
  },

  'job and mail': async () => {
    await race('admin', `/administration/jobs/${await deadJobOf(house)}/resending/`);
    await race('admin', `/administration/mails/${await sentMailOf(house)}/resending/`);
  },
};

async function creditOf(lcNumber: string, orderId?: string): Promise<string> {
  const terms = { amount: '10', issueDate: '2026-11-01', expiryDate: '2027-11-01', issuingBank: 'HSBC' };
  const order = orderId ?? (await house.given.order()).id;
  const { id } = await made('/financials/letters-of-credit/', { orderId: order, lcNumber, ...terms });
  return `/financials/letters-of-credit/${id}`;
}

describe('twenty times the same step at once', () => {
  it.each(Object.keys(LIVES))('is taken once, and told once: %s', (life) => LIVES[life]!());

  it('is tried for every step that the contract has', () => {
    const known = new Set([...raced, ...Object.values(NO_STEPS).flat()]);
    expect(stepsOfContract.filter((operationId) => !known.has(operationId))).toEqual([]);
  });

  it('has a reason to be none only where there is such an operation', () => {
    const none = Object.values(NO_STEPS).flat();
    const ids = operations.map(({ operationId }) => operationId);
    expect(none.filter((operationId) => !ids.includes(operationId) || raced.has(operationId))).toEqual([]);
  });
});
