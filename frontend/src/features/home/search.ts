import { one, searchOf } from '@/shared/lib/search';
import { kinds } from './vocabulary';

/** Left out: mine for a merchandiser, the house for the others. */
export const homeSearch = searchOf({ scope: one(['mine', 'all']), kind: one(kinds) });
export type HomeSearch = ReturnType<typeof homeSearch.parse>;
