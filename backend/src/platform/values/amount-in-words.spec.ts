import { amountInWords } from './amount-in-words';

describe('an amount in words', () => {
  it.each([
    ['158466.00', 'USD', 'Say US dollars one hundred and fifty-eight thousand four hundred and sixty-six only.'],
    ['2006.05', 'USD', 'Say US dollars two thousand and six and cents five only.'],
    ['1000000', 'EUR', 'Say euros one million only.'],
    ['0.99', 'GBP', 'Say pounds sterling zero and pence ninety-nine only.'],
    [
      '1234567',
      'JPY',
      'Say Japanese yen one million two hundred and thirty-four thousand five hundred and sixty-seven only.',
    ],
    ['10.505', 'KWD', 'Say KWD ten and 505/1000 only.'],
    ['12.5', 'CHF', 'Say CHF twelve and 50/100 only.'],
    [
      '999999999999.999',
      'KWD',
      'Say KWD nine hundred and ninety-nine billion nine hundred and ninety-nine million nine hundred and ninety-nine thousand nine hundred and ninety-nine and 999/1000 only.',
    ],
    ['0.999', 'USD', 'Say US dollars one only.'],
  ])('%s %s', (amount, currency, said) => expect(amountInWords(amount, currency)).toBe(said));
});
