import { categoryOf, explainRollUp, figuresOf, potentialProfitOf, rollUp, valueOf, type RolledLine } from './roll-up';

const line = (given: Partial<RolledLine> = {}): RolledLine => ({
  quantity: '1000',
  unit: 'kg',
  millPrice: '4',
  provaPrice: '4.50',
  commission: null,
  currency: 'USD',
  etd: null,
  status: 'running',
  approvalStatus: {},
  ...given,
});

describe('how lines become an order', () => {
  it('leaves an order without lines its own figures', () => expect(rollUp([])).toBeNull());

  it('counts its lines, or its own figures where it has none', () => {
    const own = line({ quantity: '200' });
    expect(figuresOf(own, [line()])).toEqual([line()]);
    expect(figuresOf({ ...own, provaPrice: '2' }, [])).toMatchObject([{ quantity: '200', provaPrice: '2' }]);
    expect(figuresOf({ ...own, unit: null }, [])).toEqual([]);
  });

  it('takes the status of the least advanced line', () => {
    expect(
      rollUp([line({ status: 'completed' }), line({ status: 'in_development' }), line({ status: 'bulk' })])?.status,
    ).toBe('in_development');
    expect(
      (['upcoming', 'in_development', 'running', 'bulk', 'completed', 'archived'] as const).map(categoryOf),
    ).toEqual(['upcoming', 'upcoming', 'running', 'running', 'archived', 'archived']);
  });

  it('adds quantities of one unit, and none of several', () => {
    expect(rollUp([line(), line({ quantity: '0.5' })])).toMatchObject({ quantity: '1000.5', unit: 'kg' });
    expect(rollUp([line(), line({ unit: 'pieces' })])).toMatchObject({ quantity: null, unit: null });
    expect(rollUp([line({ quantity: null })])).toMatchObject({ quantity: null, unit: null });
  });

  it('takes the earliest ETD', () => {
    expect(rollUp([line(), line({ etd: '2027-02-01' }), line({ etd: '2027-01-05' })])?.earliestEtd).toBe('2027-01-05');
  });

  it('takes it of what is still to leave, and of everything once all has left (fault 11)', () => {
    const left = { id: 'left', ...line({ etd: '2027-01-05', status: 'completed' }) };
    const next = { id: 'next', ...line({ etd: '2027-02-01' }) };
    expect(rollUp([left, next])?.earliestEtd).toBe('2027-02-01');
    expect(explainRollUp([left, next])).toContainEqual({
      figure: 'earliestEtd',
      value: '2027-02-01',
      lineIds: ['next'],
      outOf: 1,
    });
    expect(rollUp([left, line()])?.earliestEtd).toBeNull();
    expect(rollUp([left, { ...next, status: 'archived' }])?.earliestEtd).toBe('2027-01-05');
  });

  it('asks a gate of the lines that have to pass it', () => {
    const gates = [{ key: 'labDip' as const }];
    const dyed = line({ gates, approvalStatus: { labDip: 'approved' } });
    const yarnDyed = line({ gates: [{ key: 'handloom' }] });
    expect(rollUp([dyed, yarnDyed])?.approvalStatus).toEqual({ labDip: 'approved' });
    expect(rollUp([dyed, line({ gates })])?.approvalStatus).toEqual({ labDip: 'submission' });
  });

  it('says which lines make a figure what it is', () => {
    const lines = [
      { id: 'black', ...line({ status: 'running', etd: '2027-01-05', approvalStatus: { labDip: 'approved' } }) },
      { id: 'white', ...line({ status: 'in_development', etd: '2027-01-20' }) },
    ];
    expect(explainRollUp(lines)).toEqual([
      { figure: 'status', value: 'in_development', lineIds: ['white'], outOf: 2 },
      { figure: 'earliestEtd', value: '2027-01-05', lineIds: ['black'], outOf: 2 },
      { figure: 'labDip', value: 'submission', lineIds: ['white'], outOf: 2 },
    ]);
    expect(explainRollUp([])).toEqual([]);
  });

  it('shows a gate approved only when every line has it, else the worst of them', () => {
    const gates = (...states: RolledLine['approvalStatus'][]) =>
      rollUp(states.map((approvalStatus) => line({ approvalStatus })))?.approvalStatus;
    expect(gates({ labDip: 'approved' }, { labDip: 'approved' })).toEqual({ labDip: 'approved' });
    expect(gates({ labDip: 'approved' }, {})).toEqual({ labDip: 'submission' });
    expect(gates({ labDip: 'approved' }, { labDip: 'rejected' }, { labDip: 'resubmission' })).toEqual({
      labDip: 'rejected',
    });
  });

  it('values lines per currency, rounded once per line', () => {
    expect(
      valueOf([
        line({ quantity: '3', provaPrice: '0.335' }),
        line({ quantity: '3', provaPrice: '0.335' }),
        line({ currency: 'EUR' }),
      ]),
    ).toEqual([
      { amount: '4500.00', currency: 'EUR' },
      { amount: '2.02', currency: 'USD' },
    ]);
  });

  it('counts profit after mill price and commission, only where both prices are known', () => {
    expect(potentialProfitOf([line({ commission: '0.05' }), line({ millPrice: null })])).toEqual([
      { amount: '450.00', currency: 'USD' },
    ]);
  });
});
