import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAPABILITIES, scopeOf, type Capability } from '../../src/modules/auth/access/capabilities';
import { newId } from '../../src/platform/database/base.entity';
import { belongingsOf, furnitureOf, type Belongings } from '../support/belongings';
import { callsOf, type Call } from '../support/calls';
import { committedContract } from '../support/contract';
import { House, PEOPLE, type Person } from '../support/house';

/** Open to whoever comes: signing in, what the page of signing in says, and a calendar under a signed link. */
const PUBLIC = [
  'acceptInvitation',
  'answerOidc',
  'askForPasswordReset',
  'beginOidc',
  'blacklistToken',
  'enterByOidc',
  'obtainTokenPair',
  'readCalendarFeed',
  'readInvitation',
  'refreshToken',
  'resetPassword',
  'signIn',
  'signOut',
  'verifyToken',
  'welcome',
];

/** Whose a thing is, by the first part of its address; all else is an order's. */
const HOUSES = [
  'administration',
  'alert-rules',
  'auth',
  'back-to-back-rules',
  'exchange-rates',
  'gate-sets',
  'tna-templates',
  'totals',
  'working-calendars',
];
const PERSONS = ['alert-mutes', 'exports', 'imports', 'notifications', 'profile', 'saved-views'];

/** What is refused to a person who is let in, by its code. */
const KEPT_FOR_OTHERS: Readonly<Record<string, string>> = {
  'activity.not_yours_to_undo': 'Only who did it undoes it.',
  'comment.not_yours': 'What somebody said is theirs.',
  'deletion_request.not_yours_to_withdraw': 'Only who asked.',
  'deletion_request.not_yours_to_answer': 'Only who made the order, and an admin.',
  'order.not_yours_to_delete': 'The same; the others may ask.',
  'upload.not_found': 'Bytes on their way are theirs who sends them.',
  'file.none_yet': 'They see that there is nothing.',
};

let folder: string;
let house: House;
let calls: Call[];
let colleagues: Belongings;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'access-'));
  house = await House.open({ MEDIA_ROOT: folder, SMTP_URL: 'smtp://127.0.0.1:9' });
  calls = callsOf(committedContract());
  colleagues = await belongingsOf(house, 'colleague');
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true });
});

const guarded = () => calls.filter(({ operationId }) => !PUBLIC.includes(operationId));

const whose = ({ path, parameters }: Call): 'order' | 'person' | 'house' | 'nobody' => {
  if (!parameters.length) return 'nobody';
  const names = path.split('/');
  if (PERSONS.some((name) => names.includes(name))) return 'person';
  return HOUSES.some((name) => names.includes(name)) ? 'house' : 'order';
};

/** What the table of capabilities promises `by` of a call on a thing of somebody else's order. */
function promised(call: Call, by: Person): number | 'let in' {
  const scope = scopeOf(PEOPLE[by], call.capability as Capability);
  if (!scope) return 403;
  if (whose(call) === 'person' || (whose(call) === 'order' && scope === 'own')) return 404;
  return 'let in';
}

const kept = (status: number, promise: number | 'let in'): boolean =>
  promise === 'let in' ? ![401, 403, 404].includes(status) && status < 500 : status === promise;

/** Each call that did not keep its promise, in words. */
async function broken(by: Person, promise: (call: Call) => number | 'let in', things: Belongings): Promise<string[]> {
  const words: string[] = [];
  for (const call of guarded()) {
    const { status, body, text } = await call.make(house.as(by), things, { ids: things, users: house.ids });
    if (body?.['code'] === 'request.invalid')
      words.push(`${call.operationId}: its own example is not valid: ${text.slice(0, 600)}`);
    // The answer to HEAD has no body: its one reason, `upload.not_found`, is shown by its siblings.
    const code = call.method === 'head' && status === 404 ? 'upload.not_found' : String(body?.['code']);
    const letIn = promise(call) === 'let in' && code in KEPT_FOR_OTHERS;
    if (letIn || kept(status, promise(call))) continue;
    words.push(`${call.operationId} by ${by}: ${status} instead of ${promise(call)}: ${text.slice(0, 300)}`);
  }
  return words;
}

describe('every operation and every caller', () => {
  it('is open to a stranger only where the list above says so', () => {
    expect(
      calls
        .filter(({ secured }) => !secured)
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual(PUBLIC);
  });

  it('names a capability of the table', () => {
    const strange = guarded().filter(({ capability }) => !(capability && capability in CAPABILITIES));
    expect(strange.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('asks a stranger to sign in before it looks at anything', async () => {
    for (const call of guarded()) {
      const nobodys = new Proxy<Belongings>({}, { get: () => 'not-an-id' });
      const { status } = await call.make(house.anonymous, nobodys, { broken: true });
      expect([call.operationId, status]).toEqual([call.operationId, 401]);
    }
  });

  it('does not tell a merchandiser whether another’s thing is there', async () => {
    const theirs = await belongingsOf(house, 'merchandiser');
    const nobodys = new Proxy<Belongings>(theirs, {
      get: (target, place: string) => (/\{id\}|Id\}/.test(place) ? newId() : target[place]),
    });
    const sent = { ids: colleagues, users: house.ids };
    for (const call of guarded().filter((each) => ['order', 'person'].includes(whose(each)))) {
      const told = async (things: Belongings) => {
        const { status, body } = await call.make(house.as('colleague'), things, sent);
        return [call.operationId, status, body['code'], body['detail']];
      };
      const there = await told(theirs);
      expect(there.slice(0, 2)).toEqual([call.operationId, promised(call, 'colleague')]);
      expect(there).toEqual(await told(nobodys));
    }
  }, 120_000);

  it.each([
    ['merchandiser', '2026-01-01'],
    ['manager', '2026-01-02'],
    ['admin', '2026-01-03'],
  ] as const)(
    'lets a person in wherever the table says so, and nowhere else: %s',
    async (by, day) => {
      const things = { ...(await furnitureOf(house, day)), ...(await belongingsOf(house, 'merchandiser')) };
      const mine = by === 'merchandiser';
      const promise = (call: Call) =>
        mine && scopeOf('merchandiser', call.capability as Capability) ? 'let in' : promised(call, by);
      expect(await broken(by, promise, things)).toEqual([]);
    },
    120_000,
  );

  it('takes no id of another’s order in a body', async () => {
    const theirs = await belongingsOf(house, 'merchandiser');
    const taken: string[] = [];
    for (const call of guarded())
      for (const field of call.idsInBody) {
        const sent = { ids: colleagues, users: house.ids, foreign: { field, ids: theirs } };
        const { status, text, body } = await call.make(house.as('colleague'), colleagues, sent);
        const refused = Object.keys(body?.['errors'] ?? {}).some((name) => name.includes(field.split('.').at(-1)!));
        if (status !== 404 && !(status === 400 && refused))
          taken.push(`${call.operationId} ${field}: ${status} ${text.slice(0, 300)}`);
      }
    expect(taken).toEqual([]);
  }, 60_000);

  it('finds nothing of another’s order by its id', async () => {
    const { id, orderNumber, lines } = await house.given.order();
    const found: string[] = [];
    for (const { operationId, path } of guarded().filter(({ filters }) => filters.includes('orderId'))) {
      const { body, text } = await house.as('colleague').get<{ count?: number }>(`${path}?orderId=${id}`);
      const told = body.count || [orderNumber, lines[0]!.id].some((word) => text.includes(word));
      if (told) found.push(`${operationId}: ${text.slice(0, 200)}`);
    }
    expect(found).toEqual([]);
  });
});
