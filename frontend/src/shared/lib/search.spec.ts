import { day, many, one, ordering, page, parseSearch, searchOf, stringifySearch, text } from './search';

const spec = searchOf({
  search: text(),
  status: many(['upcoming', 'running', 'bulk']),
  orderType: one(['local', 'foreign']),
  etdTo: day(),
  ordering: ordering(['etd', 'orderNumber']),
  page: page(),
});

const read = (query: string) => spec.parse(parseSearch(query));

describe('a list in the URL', () => {
  it('speaks as the API does', () => {
    const query = '?search=PO-1182&status=running&status=bulk&orderType=local&etdTo=2026-12-31&ordering=-etd&page=3';
    const values = read(query);
    expect(values).toEqual({
      search: 'PO-1182',
      status: ['running', 'bulk'],
      orderType: 'local',
      etdTo: '2026-12-31',
      ordering: '-etd',
      page: 3,
    });
    expect(stringifySearch(values)).toBe(query);
  });

  it('takes a single value for a list of one', () => {
    expect(read('?status=running')).toEqual({ status: ['running'] });
  });

  it('drops what does not fit, so that an old link still opens', () => {
    expect(read('?status=gone&orderType=both&etdTo=soon&ordering=-colour&page=0&search=%20&utm=x')).toEqual({});
  });

  it('writes nothing for nothing', () => {
    expect(stringifySearch({ search: undefined, status: [], page: undefined })).toBe('');
  });

  it('knows a filter from an order of rows', () => {
    expect(spec.narrows(read('?ordering=-etd&page=2'))).toBe(false);
    expect(spec.narrows(read('?etdTo=2026-12-31'))).toBe(true);
    expect(spec.narrows(spec.none)).toBe(false);
    expect(stringifySearch({ ...read('?status=bulk&page=2'), ...spec.none })).toBe('');
  });

  it('keeps text as text', () => {
    expect(read('?search=1182')).toEqual({ search: '1182' });
    expect(read('?search=true')).toEqual({ search: 'true' });
  });
});
