import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  discardJob,
  getBackupState,
  getCapabilityTable,
  getHouseState,
  getMail,
  getStorageState,
  type JobDto,
  listAuditEvents,
  listBackupRuns,
  listJobs,
  listMails,
  listMissingFiles,
  listQueues,
  makeBackup,
  type QueueDto,
  resendJob,
  resendJobs,
  resendMail,
  sweepStorage,
  type SweepStorageDto,
} from '@/shared/api/generated';
import type { AuditSearch, BackupsSearch, JobsSearch, MailsSearch } from './search';

const keys = {
  state: ['administration', 'state'],
  jobs: ['administration', 'jobs'],
  mails: ['administration', 'mails'],
  backups: ['administration', 'backups'],
  storage: ['administration', 'storage'],
} as const;

const nowAndThenMs = 10_000;

export const houseStateQuery = queryOptions({
  queryKey: keys.state,
  queryFn: async ({ signal }) => (await getHouseState({ signal, throwOnError: true })).data,
  refetchInterval: nowAndThenMs,
});

export const capabilityTableQuery = queryOptions({
  queryKey: ['administration', 'capabilities'],
  queryFn: async ({ signal }) => (await getCapabilityTable({ signal, throwOnError: true })).data,
});

export const queuesQuery = queryOptions({
  queryKey: [...keys.jobs, 'queues'],
  queryFn: async ({ signal }) => (await listQueues({ signal, throwOnError: true })).data,
  refetchInterval: nowAndThenMs,
});

/** What failed for good, unless another state is asked for. */
export function jobsPage({ state, ...search }: JobsSearch) {
  const query = { ...search, state: state ?? ['dead' as const] };
  return queryOptions({
    queryKey: [...keys.jobs, 'list', query],
    queryFn: async ({ signal }) => (await listJobs({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

function useJobNews() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: keys.jobs });
}

export function useResendJob() {
  return useMutation({
    mutationFn: async ({ id }: JobDto) => (await resendJob({ path: { id }, throwOnError: true })).data,
    onSettled: useJobNews(),
  });
}

export function useResendJobs() {
  return useMutation({
    mutationFn: async ({ name: queue }: QueueDto) => (await resendJobs({ body: { queue }, throwOnError: true })).data,
    onSettled: useJobNews(),
  });
}

export function useDiscardJob() {
  return useMutation({
    mutationFn: ({ id }: JobDto) => discardJob({ path: { id }, throwOnError: true }),
    onSettled: useJobNews(),
  });
}

export function mailsPage({ mail: _open, ...query }: MailsSearch) {
  return queryOptions({
    queryKey: [...keys.mails, 'list', query],
    queryFn: async ({ signal }) => (await listMails({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.mails, id],
    queryFn: async ({ signal }) => (await getMail({ path: { id }, signal, throwOnError: true })).data,
  });

export function useResendMail(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => (await resendMail({ path: { id }, throwOnError: true })).data,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.mails }),
  });
}

/** As the API is asked. */
export const auditAsked = ({ actorId, subjectId, requestId, recordedLate, ...search }: AuditSearch) => ({
  ...search,
  ...(actorId ? { actorId: [actorId] } : {}),
  ...(subjectId ? { subjectId: [subjectId] } : {}),
  ...(requestId ? { requestId: [requestId] } : {}),
  ...(recordedLate ? { recordedLate: [recordedLate] } : {}),
});

export function auditPage(search: AuditSearch) {
  const query = auditAsked(search);
  return queryOptions({
    queryKey: ['administration', 'audit', query],
    queryFn: async ({ signal }) => (await listAuditEvents({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export const backupStateQuery = queryOptions({
  queryKey: [...keys.backups, 'state'],
  queryFn: async ({ signal }) => (await getBackupState({ signal, throwOnError: true })).data,
  refetchInterval: nowAndThenMs,
});

export function backupRunsPage(query: BackupsSearch) {
  return queryOptions({
    queryKey: [...keys.backups, 'list', query],
    queryFn: async ({ signal }) => (await listBackupRuns({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
    refetchInterval: nowAndThenMs,
  });
}

export function useMakeBackup() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => (await makeBackup({ throwOnError: true })).data,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.backups }),
  });
}

export const storageStateQuery = queryOptions({
  queryKey: [...keys.storage, 'state'],
  queryFn: async ({ signal }) => (await getStorageState({ signal, throwOnError: true })).data,
  refetchInterval: nowAndThenMs,
});

export function missingFilesPage(page: number) {
  return queryOptions({
    queryKey: [...keys.storage, 'missing', page],
    queryFn: async ({ signal }) => (await listMissingFiles({ query: { page }, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function useSweepStorage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: SweepStorageDto) => (await sweepStorage({ body, throwOnError: true })).data,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.storage }),
  });
}
