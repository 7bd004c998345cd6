import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { change } from '@/shared/api/change';
import {
  getSignInSettings,
  type SignInSettingsDto,
  updateSignInSettings,
  type UpdateSignInSettingsDto,
} from '@/shared/api/generated';

const key = ['sign-in-settings'] as const;

export const signInSettingsQuery = queryOptions({
  queryKey: key,
  queryFn: async ({ signal }) => (await getSignInSettings({ signal, throwOnError: true })).data,
});

export function useUpdateSignInSettings(settings: SignInSettingsDto) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: UpdateSignInSettingsDto) =>
      change(
        settings,
        body,
        async (headers) => (await updateSignInSettings({ body, headers, throwOnError: true })).data,
      ),
    onSuccess: (saved) => queries.setQueryData(key, saved),
    meta: { ownErrors: true },
  });
}
