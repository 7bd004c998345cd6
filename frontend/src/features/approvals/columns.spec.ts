import { holders } from '@/shared/gates/vocabulary';
import { columns } from './columns';

const waiting = ['untouched', 'submission', 'resubmission', 'rejected'] as const;

describe('the columns of the board', () => {
  it('hold every gate that waits once, whoever has it', () => {
    for (const holder of holders)
      for (const status of waiting) {
        const found = columns.filter(
          ({ query }) => query.holder?.includes(holder) && (!query.status || query.status.includes(status)),
        );
        expect([holder, status, found.length]).toEqual([holder, status, 1]);
      }
  });
});
