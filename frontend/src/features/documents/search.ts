import { id, many, one, page, searchOf, text } from '@/shared/lib/search';
import { categoryOptions } from '@/shared/files/kinds';

const categories = ['sample', 'pi', 'lc', 'email', 'other'] as const;
export const categoryFilter = categoryOptions.filter(({ value }) => categories.some((each) => each === value));

/** Beside the tab's own name in the address of an order. `file`: the one that is open in the preview. */
export const filesSearch = searchOf({
  file: id(),
  fileSearch: text(),
  fileKind: many(categories),
  fileLine: id(),
  versions: one(['all']),
  page: page(),
});
export type FilesSearch = ReturnType<typeof filesSearch.parse>;
