import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { change } from '@/shared/api/change';
import {
  changePassword,
  getNotificationPreferences,
  getProfile,
  listCapabilities,
  type PasswordChangeDto,
  type ProfileChangesDto,
  setNotificationPreferences,
  updateProfile,
  type UserDto,
} from '@/shared/api/generated';
import { useSession } from '@/shared/session';

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

export function useChangePassword() {
  return useMutation({
    mutationFn: async (body: PasswordChangeDto) => {
      await changePassword({ body, throwOnError: true });
    },
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
    mutationFn: async (digest: boolean) =>
      (await setNotificationPreferences({ body: { digest }, throwOnError: true })).data,
    onSuccess: (saved) => queries.setQueryData(preferencesKey, saved),
  });
}
