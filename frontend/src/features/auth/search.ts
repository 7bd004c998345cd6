import { one, searchOf, text } from '@/shared/lib/search';

/** How a way to the identity provider ended: `done` when it said who they are. */
export const OIDC_ENDINGS = ['done', 'cancelled', 'failed', 'away', 'unknown', 'expired'] as const;
export type OidcEnding = (typeof OIDC_ENDINGS)[number];

/**
 * `next` is where the person wanted to go before we asked who they are; `changed`: they come from a new password; `oidc`:
 * they come from the identity provider.
 */
export const signInSearch = searchOf({ next: text(), changed: one(['1']), oidc: one(OIDC_ENDINGS) });

/** Only ever a page of our own: `//elsewhere.example` and `https:` lead home instead. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
