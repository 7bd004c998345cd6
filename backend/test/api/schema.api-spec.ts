import { openApiDocument } from '../../src/platform/openapi/document';
import { committedContract } from '../support/contract';
import { House } from '../support/house';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

describe('the database', () => {
  it('is made from nothing by migrations that run one after another (fault 9)', async () => {
    const run = await house.query<{ timestamp: string }>(`SELECT "timestamp" FROM migrations ORDER BY id`);
    const stamps = run.map(({ timestamp }) => Number(timestamp));
    expect(stamps.length).toBeGreaterThan(10);
    expect(stamps).toEqual([...new Set(stamps)].sort((a, b) => a - b));
  });

  it('has an index behind every foreign key that is followed (fault 27)', async () => {
    // Who did something is shown, never searched for, and people are closed, not deleted: those need none.
    const bare = await house.query<{ key: string }>(
      `SELECT c.conname AS key FROM pg_constraint c
       WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
         AND NOT (c.confrelid = 'user_profiles'::regclass AND c.confdeltype = 'n')
         AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])`,
    );
    expect(bare.map(({ key }) => key)).toEqual([]);
  });

  it('keeps no index twice (fault 27)', async () => {
    const doubled = await house.query<{ names: string }>(
      `SELECT string_agg(i.indexrelid::regclass::text, ', ') AS names
       FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
       GROUP BY i.indrelid, i.indkey::text, i.indclass::text, i.indoption::text,
         coalesce(pg_get_expr(i.indexprs, i.indrelid), ''), coalesce(pg_get_expr(i.indpred, i.indrelid), '')
       HAVING count(*) > 1`,
    );
    expect(doubled).toEqual([]);
  });

  it('is asked without compiling what is short, whatever the server thinks of it', async () => {
    expect(await house.query('SHOW jit')).toEqual([{ jit: 'off' }]);
  });
});

describe('the contract', () => {
  it('is committed as the server declares it: else `npm run api` writes it anew', () => {
    const kept = committedContract();
    const declared = JSON.parse(JSON.stringify(openApiDocument(house.app))) as typeof kept;
    expect(differing(kept.paths, declared.paths)).toEqual([]);
    expect(differing({ ...kept.components?.schemas }, { ...declared.components?.schemas })).toEqual([]);
    expect(differing(kept, declared)).toEqual([]);
  });
});

/** Names under which two documents do not say the same. */
function differing(a: object, b: object): string[] {
  const texts = [a, b].map((part) => new Map(Object.entries(part).map(([name, of]) => [name, JSON.stringify(of)])));
  const names = new Set(texts.flatMap((each) => [...each.keys()]));
  return [...names].filter((name) => texts[0]?.get(name) !== texts[1]?.get(name));
}
