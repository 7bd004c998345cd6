import { QueryFailedError } from 'typeorm';
import { scrubber, told } from './scrub';

describe('what is written', () => {
  const scrub = scrubber({
    SECRET_KEY: 'the-key-of-this-house',
    SECRET_KEY_FALLBACKS: ['the-key-before'],
    DATABASE_URL: 'postgres://app:s3cr%2Fet@db/house',
  });

  it.each([
    ['{"m":"eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjoxfQ.c2ln"}', '{"m":"[removed]"}'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer [removed]'],
    ['/calendar/feed.ics?key=abc&kind=etd', '/calendar/feed.ics?key=[removed]&kind=etd'],
    ['https://store/x?X-Amz-Signature=abc&x=1', 'https://store/x?X-Amz-Signature=[removed]&x=1'],
    ['redis://:abc@cache:6379', 'redis://:[removed]@cache:6379'],
    ['signed by the-key-of-this-house, the-key-before, s3cr/et', 'signed by [removed], [removed], [removed]'],
    ['is $argon2id$v=19$m=19456$abc$def', 'is [removed]'],
    [
      '{"m":"invalid input syntax for type uuid: \\"abc\\"","n":"b"}',
      '{"m":"invalid input syntax for type uuid: [removed]","n":"b"}',
    ],
    ['invalid input syntax for type uuid: "a "b" c"', 'invalid input syntax for type uuid: [removed]'],
    ['The order PO-1 is at http://localhost:8000/orders/', 'The order PO-1 is at http://localhost:8000/orders/'],
  ])('says %s as %s', (line, written) => expect(scrub(line)).toBe(written));

  it('of an error is its name, code, sentence and place, never what it carries', () => {
    const cause = Object.assign(new Error('column "x" does not exist'), {
      code: '42703',
      detail: 'Failing row contains (a)',
    });
    const error = new QueryFailedError('SELECT x FROM t WHERE a = $1', ['a'], cause);
    expect(Object.keys(told(error)).sort()).toEqual(['code', 'message', 'name', 'stack']);
    expect(told('text')).toEqual({ name: 'string', message: 'text' });
  });
});
