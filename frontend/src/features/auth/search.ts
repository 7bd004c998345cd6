import { one, searchOf, text } from '@/shared/lib/search';

/** `next` is where the person wanted to go before we asked who they are; `changed`: they come from a new password. */
export const signInSearch = searchOf({ next: text(), changed: one(['1']) });

/** Only ever a page of our own: `//elsewhere.example` and `https:` lead home instead. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
