import { courierOf, doubtOf, numberDoubt, readLabel } from './awb';

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

describe('a number of a carrier', () => {
  it.each([
    ['3318810025', 'DHL Express', false],
    ['986578788855', 'FedEx', false],
    ['1Z5R89390357567127', '', false],
    ['02081140743', 'Lufthansa Cargo', true],
    ['3318810024', 'Sundarban Courier', false],
  ])('%s of %s passes', (number, carrier, byAir) => expect(doubtOf(number, carrier, byAir)).toBeUndefined());

  it.each([
    ['3318810024', 'DHL Express', '3318810025'],
    ['986578788850', 'FedEx', '986578788855'],
    ['1Z5R89390357567128', 'UPS', '1Z5R89390357567127'],
    ['020-81104743', 'Lufthansa', '020-81140743'],
    ['CSQU3504383', '', 'CSQU3054383'],
  ])('%s of %s was meant to be %s', (number, carrier, meant) =>
    expect(doubtOf(number, carrier)?.suggestions).toContain(meant),
  );
});

it('never puts a letter where a container has a digit', () =>
  expect(doubtOf('CSQU3054384')?.suggestions.filter((number) => !/^[A-Z]{3}[UJZ]\d{7}$/.test(number))).toEqual([]));

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
