import { isBic } from './bic';

describe('a BIC', () => {
  it.each(['SCBLBDDX', 'DEUTDEFF500', 'HSBCHKHHHKH', 'BKTRUS33', '1234BDDX'])('knows %s', (bic) =>
    expect(isBic(bic)).toBe(true),
  );
  it.each(['SCBLBDD', 'SCBLBDDX1', 'SCBLQQDX', 'scblbddx', 'SCBLB1DX', '', null, 7])('refuses %s', (bic) =>
    expect(isBic(bic)).toBe(false),
  );
});
