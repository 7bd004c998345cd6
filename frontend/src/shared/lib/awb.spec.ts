import { containerDoubt, courierOf, numberDoubt, readLabel, transportDoubt } from './awb';

describe('a number, judged as the server judges it', () => {
  it.each(['176-12345675', '020 81140743', '17612345670', '1528514253', 'HBL/2026/118', ''])('%s passes', (number) =>
    expect(numberDoubt(number)).toBeUndefined(),
  );

  it('is told what it should have been', () => {
    expect(numberDoubt('176-12345670')).toBe('The air waybill that begins 176-1234567 ends in 5, not in 0.');
    expect(transportDoubt('3318810024', 'DHL Express', 'courier')?.suggestions).toContain('3318810025');
    expect(containerDoubt('CSQU3504383')?.suggestions).toContain('CSQU3054383');
  });
});

describe('a label that is scanned', () => {
  it.each([
    [' 4471829305\r', '4471829305'],
    ['020-8114 0743\t', '020-8114 0743'],
    ['\u001d1Z 999 AA1 01 2345 6784', '1Z 999 AA1 01 2345 6784'],
  ])('%j is read as %s', (scanned, number) => expect(readLabel(scanned)).toBe(number));

  it.each([
    ['4471829305', 'DHL Express'],
    ['4471 8293 0512', 'FedEx'],
    ['1Z999AA10123456784', 'UPS'],
    ['020-81140743', undefined],
    ['HAND-1', undefined],
  ])('%s is of %s', (number, courier) => expect(courierOf(number)).toBe(courier));
});
