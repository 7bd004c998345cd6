import { one, searchOf } from '@/shared/lib/search';

/** How linking an account at the identity provider ended. */
export const LINKING_ENDINGS = ['linked', 'taken', 'cancelled', 'failed', 'away', 'expired'] as const;

export const profileSearch = searchOf({ oidc: one(LINKING_ENDINGS) });
