import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { PlanGridLineDto } from '@/shared/api/generated';
import type { Page } from '@/shared/api/queries';
import { gridPage } from '../api';
import type { GridSearch } from '../search';
import type { Range } from './use-window';

/** Lines that are asked for at once. */
export const BLOCK = 50;
/** So many rows before they can be seen, a block is asked for. */
const AHEAD = 15;
/** Whoever drags the bar past a thousand rows asks for those where it comes to rest. */
const REST_MS = 80;

interface Blocks {
  lines: ReadonlyMap<number, PlanGridLineDto>;
  /** Rows that there are at least, by what was read: where the server stopped counting, more come to light. */
  reached: number;
  error: unknown;
  retry: () => void;
}

/**
 * Lines by their rows, a block of them for each part that is looked at.
 * @param seen rows that are on the screen  @param held a row that is needed wherever it is: the one with the focus
 */
export function useBlocks(values: GridSearch, seen: Range, held: number): Blocks {
  const pages = useRested(pagesOf(seen, held).join(), REST_MS).split(',').map(Number);
  const { answers, error, retry } = useQueries({
    queries: pages.map((page) => gridPage({ ...values, page: page > 1 ? page : undefined }, BLOCK)),
    combine: (results) => ({
      answers: results.map(({ data }, at) => ({ page: pages[at] ?? 1, data })),
      error: results.find((result) => result.error)?.error,
      retry: () => results.forEach((result) => result.error && void result.refetch()),
    }),
  });
  return { ...useMemo(() => byRow(answers), [answers]), error, retry };
}

function byRow(answers: readonly { page: number; data: Page<PlanGridLineDto> | undefined }[]) {
  const lines = new Map<number, PlanGridLineDto>();
  let reached = 0;
  for (const { page, data } of answers) {
    const from = (page - 1) * BLOCK;
    data?.results.forEach((line, at) => lines.set(from + at, line));
    if (data) reached = Math.max(reached, from + data.results.length + (data.next ? 1 : 0));
  }
  return { lines, reached };
}

function pagesOf({ from, to }: Range, held: number): number[] {
  const pages = new Set([Math.floor(held / BLOCK) + 1]);
  for (let row = Math.max(0, from - AHEAD); row < to + AHEAD; row += AHEAD) pages.add(Math.floor(row / BLOCK) + 1);
  return [...pages].sort((a, b) => a - b);
}

/** What a value was when it last stood still. */
function useRested<Value>(value: Value, ms: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}
