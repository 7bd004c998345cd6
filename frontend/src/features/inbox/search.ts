import { many, one, searchOf } from '@/shared/lib/search';
import { topicNames } from './topics';

export const inboxSearch = searchOf({ isRead: one(['false']), about: many(topicNames) });
export type InboxSearch = ReturnType<typeof inboxSearch.parse>;
