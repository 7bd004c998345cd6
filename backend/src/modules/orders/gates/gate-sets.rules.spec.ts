import { InvalidInput } from '../../../platform/errors/domain-error';
import { gatesOfSet } from './gate-sets.dto';
import type { GateSet } from './gate-set.entity';
import { setFor } from './gate-sets.rules';
import { customKey, gateName } from './gate.vocabulary';

const set = (name: string, words: string[], position: number, isDefault = false) =>
  ({ id: name, name, words, position, isDefault, gates: [] }) as unknown as GateSet;
const SETS = [
  set('Solid', [], 9, true),
  set('Print', ['print', 'all-over print'], 1),
  set('Yarn-dyed', ['yarn dyed', 'check'], 2),
];
const named = (fabricType: string | null, cadName: string | null = null) =>
  setFor({ fabricType, cadName }, SETS)?.name ?? null;

describe('the set of gates for a fabric', () => {
  it('is the first whose word stands in the fabric type', () => {
    expect([named('Yarn-dyed poplin'), named('Twill CHECK'), named('Print on yarn dyed')]).toEqual([
      'Yarn-dyed',
      'Yarn-dyed',
      'Print',
    ]);
  });

  it('looks for whole words', () => {
    expect([named('Checkmate jersey'), named('Reprinted')]).toEqual(['Solid', 'Solid']);
  });

  it('asks the CAD where the fabric says nothing, and takes the default where neither does', () => {
    expect([named('Single jersey', 'All-over print leaf'), named(null, null), named('Single jersey')]).toEqual([
      'Print',
      'Solid',
      'Solid',
    ]);
    expect(setFor({ fabricType: 'Single jersey', cadName: null }, [])).toBeNull();
  });
});

describe('the gates of a set', () => {
  it('takes one of the nine by its key and the house’s own by their names', () => {
    expect(gatesOfSet([{ key: 'labDip' }, { name: 'Fit check (2nd)' }])).toMatchObject([
      { key: 'labDip', name: 'Lab dip', days: { buyer: 5 } },
      { key: 'custom_fit_check_2nd', name: 'Fit check (2nd)' },
    ]);
  });

  it('refuses a gate twice, and one without a name', () => {
    expect(() => gatesOfSet([{ name: 'Fit check' }, { name: 'FIT-CHECK' }])).toThrow(InvalidInput);
    expect(() => gatesOfSet([{ name: '***' }])).toThrow(InvalidInput);
  });
});

describe('the key of a custom gate', () => {
  it('reads like its name, in any alphabet, and holds a name of a hundred characters (fault 17)', () => {
    expect(customKey('ল্যাব ডিপ')).toBe('custom_ল্যাব_ডিপ');
    expect(customKey('x'.repeat(100))).toHaveLength(107);
    expect(gateName('custom_fit_check')).toBe('Fit check');
  });
});
