import { countryName, countryNamedIn } from './countries';

describe('a country', () => {
  it.each([
    ['ANY BANK IN BANGLADESH BY NEGOTIATION', 'BD'],
    ['HSBC BANK PLC, LONDON, UNITED KINGDOM', 'GB'],
    ['LONDON, U.K.', 'GB'],
    ['NEW YORK, USA', 'US'],
    ['ISTANBUL, TÜRKIYE', 'TR'],
    ['BISSAU, GUINEA-BISSAU', 'GW'],
    ['BANK OF INDIA, DHAKA, BANGLADESH', 'BD'],
    ['HONG KONG', 'HK'],
    ['NEWARK, NEW JERSEY', null],
    ['INDIANAPOLIS', null],
    ['DHAKA', null],
  ])('is named in “%s”: %s', (text, code) => {
    expect(countryNamedIn(text)).toBe(code);
  });

  it('has a name', () => {
    expect([countryName('BD'), countryName('GB')]).toEqual(['Bangladesh', 'the United Kingdom']);
  });
});
