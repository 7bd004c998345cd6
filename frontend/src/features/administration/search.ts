import { day, id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';
import { queues } from './queues';
import { jobStates, mailKinds, mailResults } from './vocabulary';

export const jobsSearch = searchOf({
  state: many(jobStates),
  queue: many(queues),
  ordering: ordering(['createdAt', 'endedAt']),
  page: page(),
});
export type JobsSearch = ReturnType<typeof jobsSearch.parse>;

export const mailsSearch = searchOf({
  search: text(),
  kind: many(mailKinds),
  state: many(mailResults),
  ordering: ordering(['createdAt']),
  page: page(),
  /** The one that is open beside the list. */
  mail: id(),
});
export type MailsSearch = ReturnType<typeof mailsSearch.parse>;

export const auditSearch = searchOf({
  search: text(),
  actorId: id(),
  occurredFrom: day(),
  occurredTo: day(),
  recordedLate: one(['true']),
  subjectId: id(),
  requestId: id(),
  ordering: ordering(['sequence']),
  page: page(),
});
export type AuditSearch = ReturnType<typeof auditSearch.parse>;

export const backupsSearch = searchOf({ ordering: ordering(['startedAt']), page: page() });
export type BackupsSearch = ReturnType<typeof backupsSearch.parse>;
