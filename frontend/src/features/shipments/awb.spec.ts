import { numberDoubt } from './awb';

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
