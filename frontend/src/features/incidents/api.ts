import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged } from '@/shared/api/change';
import {
  closeIncident,
  deleteIncident,
  getIncident,
  getLinePlan,
  type IncidentDto,
  listDelays,
  listDelaysByParty,
  type ListDelaysData,
  listIncidents,
  type ListIncidentsData,
  startIncident,
} from '@/shared/api/generated';
import { everyPage } from '@/shared/api/pages';
import { orderKeys } from '@/shared/lib/order';

export type IncidentsQuery = NonNullable<ListIncidentsData['query']>;
export type DelaysQuery = NonNullable<ListDelaysData['query']>;

export const incidentKeys = { all: ['incidents'] as const };
export const delayKeys = { all: ['delays'] as const };

export function incidentsPage(query: IncidentsQuery) {
  return queryOptions({
    queryKey: [...incidentKeys.all, 'list', query] as const,
    queryFn: async ({ signal }) => (await listIncidents({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function incidentOf(id: string) {
  return queryOptions({
    queryKey: [...incidentKeys.all, 'one', id] as const,
    queryFn: async ({ signal }) => (await getIncident({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** All that went wrong with an order, the latest first. */
export function incidentsOfOrder(orderId: string) {
  return queryOptions({
    queryKey: [...incidentKeys.all, 'order', orderId] as const,
    queryFn: ({ signal }) =>
      everyPage(async (page) => {
        const query = { orderId: [orderId], page, pageSize: 200 };
        return (await listIncidents({ query, signal, throwOnError: true })).data;
      }),
  });
}

export function delaysPage(query: DelaysQuery) {
  return queryOptions({
    queryKey: [...delayKeys.all, 'list', query] as const,
    queryFn: async ({ signal }) => (await listDelays({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** What each party has of the ledger, of the same entries. */
export function delaysByParty(query: Omit<DelaysQuery, 'page' | 'pageSize' | 'ordering'>) {
  return queryOptions({
    queryKey: [...delayKeys.all, 'parties', query] as const,
    queryFn: async ({ signal }) => (await listDelaysByParty({ query, signal, throwOnError: true })).data.results,
    placeholderData: keepPreviousData,
  });
}

/** The steps of a line: an incident may be of one. */
export function stepsOfLine(lineId: string) {
  return queryOptions({
    queryKey: ['milestones', 'of-line', lineId] as const,
    queryFn: async ({ signal }) => (await getLinePlan({ path: { id: lineId }, signal, throwOnError: true })).data,
  });
}

/** Has all asked for again in which an incident or a booked day shows. */
export function useIncidentNews() {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [incidentKeys.all, delayKeys.all, orderKeys.all, ['activity']])
      void queries.invalidateQueries({ queryKey });
  };
}

/** The moves that ask for nothing more. */
export function useMoveIncident() {
  return useMutation({
    mutationFn: ({ incident, to }: { incident: IncidentDto; to: 'in_progress' | 'closed' }) => {
      const send = to === 'closed' ? closeIncident : startIncident;
      return send({ path: { id: incident.id }, headers: ifUnchanged(incident), throwOnError: true });
    },
    onSettled: useIncidentNews(),
  });
}

export function useDeleteIncident() {
  return useMutation({
    mutationFn: (incident: IncidentDto) =>
      deleteIncident({ path: { id: incident.id }, headers: ifUnchanged(incident), throwOnError: true }),
    onSuccess: useIncidentNews(),
  });
}
