import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged, once } from '@/shared/api/change';
import {
  type CalendarDto,
  type CreateCalendarDto,
  createWorkingCalendar,
  deleteWorkingCalendar,
  listWorkingCalendars,
  updateWorkingCalendar,
} from '@/shared/api/generated';
import { inOrder } from './vocabulary';

const calendarKeys = { all: ['working-calendars'] as const };

/** All of them: one for each kind of holder, and those of single mills and buyers. */
export function workingCalendars() {
  return queryOptions({
    queryKey: calendarKeys.all,
    queryFn: async ({ signal }) =>
      inOrder((await listWorkingCalendars({ query: { pageSize: 200 }, signal, throwOnError: true })).data.results),
  });
}

/** @param calendar to change it; without one it is made  @param key one for the life of the form */
export function useSaveCalendar(calendar: CalendarDto | undefined, key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: CreateCalendarDto) => {
      if (!calendar) return (await createWorkingCalendar({ body, headers: once(key), throwOnError: true })).data;
      const path = { id: calendar.id };
      return (await updateWorkingCalendar({ path, body, headers: ifUnchanged(calendar), throwOnError: true })).data;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: calendarKeys.all }),
    meta: { ownErrors: true },
  });
}

export function useDeleteCalendar() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (calendar: CalendarDto) =>
      deleteWorkingCalendar({ path: { id: calendar.id }, headers: ifUnchanged(calendar), throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: calendarKeys.all }),
  });
}
