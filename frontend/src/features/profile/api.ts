import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { change } from '@/shared/api/change';
import {
  beginLinking,
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  disableSecondFactor,
  endOtherSessions,
  endOwnSession,
  getIdentity,
  getNotificationPreferences,
  getProfile,
  getSecondFactor,
  listCapabilities,
  listOwnSessions,
  type PasswordChangeDto,
  type ProfileChangesDto,
  renewRecoveryCodes,
  setNotificationPreferences,
  type SetNotificationPreferencesDto,
  unlinkIdentity,
  updateProfile,
  type UserDto,
} from '@/shared/api/generated';
import { layDuty, useSession } from '@/shared/session';

const profileKey = ['profile'] as const;

export const profileQuery = queryOptions({
  queryKey: profileKey,
  queryFn: async ({ signal }) => (await getProfile({ signal, throwOnError: true })).data,
});

export const capabilitiesQuery = queryOptions({
  queryKey: ['auth', 'capabilities'],
  queryFn: async ({ signal }) => (await listCapabilities({ signal, throwOnError: true })).data,
  staleTime: 5 * 60_000,
});

export function useUpdateProfile(profile: UserDto) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ProfileChangesDto) =>
      change(profile, body, async (headers) => (await updateProfile({ body, headers, throwOnError: true })).data),
    onSuccess: (saved) => {
      queries.setQueryData(profileKey, saved);
      useSession.setState(({ actor }) => ({ actor: actor && { ...actor, fullName: saved.fullName } }));
    },
    meta: { ownErrors: true },
  });
}

/** Reads anew what is left to do before the house is open. */
function useDutyNews() {
  const queries = useQueryClient();
  return async () => {
    const { duty } = await queries.fetchQuery({ ...profileQuery, staleTime: 0 });
    layDuty(duty);
  };
}

export function useChangePassword() {
  return useMutation({
    mutationFn: async (body: PasswordChangeDto) => {
      await changePassword({ body, throwOnError: true });
    },
    onSuccess: useDutyNews(),
    meta: { ownErrors: true },
  });
}

const preferencesKey = ['notifications', 'preferences'] as const;

export const preferencesQuery = queryOptions({
  queryKey: preferencesKey,
  queryFn: async ({ signal }) => (await getNotificationPreferences({ signal, throwOnError: true })).data,
});

export function useSetPreferences() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: SetNotificationPreferencesDto) =>
      (await setNotificationPreferences({ body, throwOnError: true })).data,
    onSuccess: (saved) => queries.setQueryData(preferencesKey, saved),
  });
}

const sessionsKey = ['profile', 'sessions'] as const;

export const sessionsQuery = queryOptions({
  queryKey: sessionsKey,
  queryFn: async ({ signal }) => (await listOwnSessions({ query: { pageSize: 50 }, signal, throwOnError: true })).data,
});

/** One session by its id; without one all but this. */
export function useEndSessions() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string | null) => {
      if (id) await endOwnSession({ path: { id }, throwOnError: true });
      else await endOtherSessions({ throwOnError: true });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
}

const identityKey = ['profile', 'identity'] as const;

export const identityQuery = queryOptions({
  queryKey: identityKey,
  queryFn: async ({ signal }) => (await getIdentity({ signal, throwOnError: true })).data,
});

/** Goes to the identity provider, and comes back to the profile. */
export function useLinkIdentity() {
  return useMutation({
    mutationFn: async (password: string) =>
      location.assign((await beginLinking({ body: { password }, throwOnError: true })).data.url),
    meta: { ownErrors: true },
  });
}

export function useUnlinkIdentity() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (password: string) => {
      await unlinkIdentity({ body: { password }, throwOnError: true });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: identityKey }),
    meta: { ownErrors: true },
  });
}

const secondFactorKey = ['profile', 'second-factor'] as const;

export const secondFactorQuery = queryOptions({
  queryKey: secondFactorKey,
  queryFn: async ({ signal }) => (await getSecondFactor({ signal, throwOnError: true })).data,
});

export function useBeginSecondFactor() {
  return useMutation({
    mutationFn: async (password: string) => (await beginSecondFactor({ body: { password }, throwOnError: true })).data,
    meta: { ownErrors: true },
  });
}

function useSecondFactorNews() {
  const queries = useQueryClient();
  const tell = useDutyNews();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: secondFactorKey }),
      queries.invalidateQueries({ queryKey: sessionsKey }),
      tell(),
    ]);
  };
}

/** @returns the recovery codes, which are shown this once */
export function useConfirmSecondFactor() {
  return useMutation({
    mutationFn: async (code: string) => (await confirmSecondFactor({ body: { code }, throwOnError: true })).data,
    onSuccess: useSecondFactorNews(),
    meta: { ownErrors: true },
  });
}

/** @returns new recovery codes, which are shown this once */
export function useRenewRecoveryCodes() {
  return useMutation({
    mutationFn: async (code: string) => (await renewRecoveryCodes({ body: { code }, throwOnError: true })).data,
    onSuccess: useSecondFactorNews(),
    meta: { ownErrors: true },
  });
}

export function useDisableSecondFactor() {
  return useMutation({
    mutationFn: async (body: { password: string; code: string }) => {
      await disableSecondFactor({ body, throwOnError: true });
    },
    onSuccess: useSecondFactorNews(),
    meta: { ownErrors: true },
  });
}
