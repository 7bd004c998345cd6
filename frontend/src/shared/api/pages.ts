/** Reads a short list to its end, page by page. For what belongs to one order; never for a list without an owner. */
export async function everyPage<Row>(
  load: (page: number) => Promise<{ results: Row[]; next: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const { results, next } = await load(page);
    rows.push(...results);
    if (next === null) return rows;
  }
}
