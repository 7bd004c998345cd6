import { fact, spaced, type Told } from './words';

/** What admins do with jobs and mail. */
export const ADMINISTRATION_SENTENCES: Readonly<Record<string, (told: Told) => string>> = {
  'job.resent': (told) => `queued a job of ${queue(told)} once more, after it had failed`,
  'job.discarded': (told) => `gave up a job of ${queue(told)} that had failed`,
  'mail.resent': (told) =>
    `sent the mail “${fact(told, 'subject') ?? ''}” to ${fact(told, 'to') ?? 'somebody'} once more`,
};

/** `proforma mails` */
const queue = (told: Told): string => spaced((fact(told, 'queue') ?? 'the queue').replaceAll('-', '_'));
