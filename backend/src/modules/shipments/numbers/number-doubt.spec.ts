import { containerDoubt, containerNumberOf } from './container-doubt';
import { transportDoubt } from './number-doubt';

describe('the number that goods travel under', () => {
  it.each([
    ['176-12345675', 'Emirates SkyCargo', 'air'],
    ['020-81140743', 'Lufthansa Cargo', 'air'],
    ['020-8114 0743', 'Lufthansa Cargo', null],
    ['02081140743', 'Lufthansa Cargo', 'air'],
    ['3318810025', 'DHL Express', 'courier'],
    ['986578788855', 'FedEx', 'courier'],
    ['477179081230', 'Fed Ex', null],
    ['1Z5R89390357567127', 'UPS', 'courier'],
    ['1Z879E930346834440', 'whoever', null],
  ] as const)('%s of %s checks', (number, carrier, mode) => {
    expect(transportDoubt(number, carrier, mode)).toBeNull();
  });

  it('names the digit that is wrong, and what was meant', () => {
    expect(transportDoubt('176-12345676', 'Emirates', 'air')).toEqual({
      sentence: 'The air waybill that begins 176-1234567 ends in 5, not in 6.',
      suggestions: ['176-12345675', '176-13245676'],
    });
    expect(transportDoubt('3318810024', 'DHL Express', 'courier')?.suggestions[0]).toBe('3318810025');
    expect(transportDoubt('986578788850', 'FedEx', null)?.suggestions[0]).toBe('986578788855');
    expect(transportDoubt('1Z5R89390357567128', 'UPS', null)?.suggestions[0]).toBe('1Z5R89390357567127');
  });

  it('finds two digits that changed places', () => {
    expect(transportDoubt('020-81104743', 'Lufthansa', 'air')?.suggestions).toContain('020-81140743');
  });

  it('judges nothing that it does not know', () => {
    expect(transportDoubt('MAEU 1234567', 'Maersk', 'sea')).toBeNull();
    expect(transportDoubt('3318810024', 'Sundarban Courier', 'courier')).toBeNull();
    expect(transportDoubt('17612345676', 'Biman', null)).toBeNull();
    expect(transportDoubt('JD014600003889', 'DHL', 'courier')).toBeNull();
  });
});

describe('the number of a container', () => {
  it('checks as ISO 6346 has it', () => {
    for (const number of ['CSQU3054383', 'CBHU3202732']) expect(containerDoubt(number)).toBeNull();
    expect(containerNumberOf(' csqu 305438-3')).toBe('CSQU3054383');
  });

  it('names the digit that is wrong, and what was meant', () => {
    expect(containerDoubt('CSQU3054384')).toEqual({
      sentence: 'The container that begins CSQU305438 ends in 3, not in 4.',
      suggestions: expect.arrayContaining(['CSQU3054383']),
    });
    expect(containerDoubt('CSQU3504383')?.suggestions).toContain('CSQU3054383');
  });

  it('reads a letter O for the digit where one must stand, and knows what is no number at all', () => {
    expect(containerDoubt('CSQU3O54383')?.suggestions).toEqual(['CSQU3054383']);
    expect(containerDoubt('CSQU305438')).toEqual({
      sentence: 'CSQU305438 is not written as a container number: four letters, the last U, J or Z, and seven digits.',
      suggestions: [],
    });
  });
});
