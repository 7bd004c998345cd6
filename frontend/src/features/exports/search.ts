import { many, page, searchOf } from '@/shared/lib/search';
import { exportStatuses } from './vocabulary';

export const exportsSearch = searchOf({ status: many(exportStatuses), page: page() });
export type ExportsSearch = ReturnType<typeof exportsSearch.parse>;
