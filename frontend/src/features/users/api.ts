import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { change, ifUnchanged, once } from '@/shared/api/change';
import {
  createUser,
  type CreateUserDto,
  deleteUser,
  listUsers,
  updateUser,
  type UpdateUserDto,
  type UserDto,
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
