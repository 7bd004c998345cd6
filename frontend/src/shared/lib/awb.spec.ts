import { courierOf, numberDoubt, readLabel } from './awb';

describe('a transport number', () => {
  it.each(['176-12345675', '020-81140743', '020 81140743', 'CSQU3054383', 'csqu 305438-3', 'MSKU9070323'])(
    '%s has the check digit it should',
    (number) => expect(numberDoubt(number)).toBeUndefined(),
  );

  it.each(['1528514253', '17612345670', '1Z999AA10123456784', '284544882595', '', 'HBL/2026/118'])(
    '%s has no check digit that is known here',
    (number) => expect(numberDoubt(number)).toBeUndefined(),
  );

  it('says what a slip should have been', () => {
    expect(numberDoubt('176-12345670')).toBe(
      'The air waybill that begins 176-1234567 ends in 5. Please check the number.',
    );
    expect(numberDoubt('CSQU3054384')).toBe('The container that begins CSQU305438 ends in 3. Please check the number.');
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
