import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Answer {
  content?: Record<string, { schema?: { type?: string; properties?: Record<string, unknown> } }>;
}
interface Read {
  parameters?: { name: string; schema: { maximum?: number } }[];
  responses: Record<string, Answer>;
}

const { paths } = JSON.parse(readFileSync(join(__dirname, '../../../openapi.json'), 'utf8')) as {
  paths: Record<string, { get?: Read }>;
};
const reads = Object.entries(paths).flatMap(([path, { get }]) => (get ? [{ path, get }] : []));
const answerOf = ({ get }: { get: Read }) => get.responses['200']?.content?.['application/json']?.schema;

describe('the contract', () => {
  it('gives no list whole: every one has pages, of at most 200 (fault 26)', () => {
    const lists = reads.filter((read) => answerOf(read)?.properties?.['results']);
    expect(lists.length).toBeGreaterThan(10);
    const largest = lists.map(({ path, get }) => [
      path,
      get.parameters?.find(({ name }) => name === 'pageSize')?.schema.maximum,
    ]);
    expect(largest).toEqual(lists.map(({ path }) => [path, 200]));
    expect(reads.filter((read) => answerOf(read)?.type === 'array')).toEqual([]);
  });
});
