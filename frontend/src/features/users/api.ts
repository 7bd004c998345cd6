import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { change, ifUnchanged, once } from '@/shared/api/change';
import {
  createUser,
  type CreateUserDto,
  deleteUser,
  endUserSession,
  endUserSessions,
  type InvitationDto,
  inviteUser,
  type InviteDto,
  listInvitations,
  listUserSessions,
  listUsers,
  resetSecondFactor,
  sendInvitationAgain,
  updateUser,
  type UpdateUserDto,
  type UserDto,
  withdrawInvitation,
} from '@/shared/api/generated';
import type { UsersSearch } from './search';

export const userKeys = { all: ['users'], list: (search: UsersSearch) => ['users', 'list', search] } as const;

export const usersQuery = (search: UsersSearch) =>
  queryOptions({
    queryKey: userKeys.list(search),
    queryFn: async ({ signal }) => (await listUsers({ query: search, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });

function useUserNews() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: userKeys.all }),
      queries.invalidateQueries({ queryKey: ['colleagues'] }),
    ]);
}

/** @param key one for the life of the form, so that a second click makes no second account */
export function useCreateUser(key: string) {
  return useMutation({
    mutationFn: async (body: CreateUserDto) =>
      (await createUser({ body, headers: once(key), throwOnError: true })).data,
    onSuccess: useUserNews(),
    meta: { ownErrors: true },
  });
}

export function useUpdateUser(user: UserDto) {
  return useMutation({
    mutationFn: (body: UpdateUserDto) =>
      change(
        user,
        body,
        async (headers) => (await updateUser({ path: { id: user.id }, body, headers, throwOnError: true })).data,
      ),
    onSuccess: useUserNews(),
    meta: { ownErrors: true },
  });
}

export function useRemoveUser() {
  return useMutation({
    mutationFn: async (user: UserDto) => {
      await deleteUser({ path: { id: user.id }, headers: ifUnchanged(user), throwOnError: true });
    },
    onSuccess: useUserNews(),
  });
}

/** Those that nobody has accepted yet. */
export const invitationsQuery = queryOptions({
  queryKey: [...userKeys.all, 'invitations'],
  queryFn: async ({ signal }) =>
    (await listInvitations({ query: { pending: ['true'], pageSize: 100 }, signal, throwOnError: true })).data,
});

/** @param key one for the life of the form, so that a second click sends no second mail */
export function useInvite(key: string) {
  return useMutation({
    mutationFn: async (body: InviteDto) => (await inviteUser({ body, headers: once(key), throwOnError: true })).data,
    onSuccess: useUserNews(),
    meta: { ownErrors: true },
  });
}

export function useSendAgain() {
  return useMutation({
    mutationFn: async ({ id }: InvitationDto) => (await sendInvitationAgain({ path: { id }, throwOnError: true })).data,
    onSuccess: useUserNews(),
  });
}

export function useWithdraw() {
  return useMutation({
    mutationFn: async ({ id }: InvitationDto) => (await withdrawInvitation({ path: { id }, throwOnError: true })).data,
    onSuccess: useUserNews(),
  });
}

const sessionsKey = (userId: string) => [...userKeys.all, userId, 'sessions'] as const;

export const userSessionsQuery = (userId: string) =>
  queryOptions({
    queryKey: sessionsKey(userId),
    queryFn: async ({ signal }) =>
      (await listUserSessions({ path: { id: userId }, query: { pageSize: 100 }, signal, throwOnError: true })).data,
  });

/** Ends one of a user's sessions, or all of them. */
export function useEndUserSessions(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string | null) =>
      sessionId
        ? endUserSession({ path: { id, sessionId }, throwOnError: true })
        : endUserSessions({ path: { id }, throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsKey(id) }),
  });
}

export function useResetSecondFactor() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: UserDto) => {
      await resetSecondFactor({ path: { id }, throwOnError: true });
    },
    onSuccess: (_, { id }) => queries.invalidateQueries({ queryKey: sessionsKey(id) }),
  });
}
