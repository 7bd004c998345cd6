import type { Language } from '../../../platform/mail/letter';
import type { Day } from '../../../platform/values/day';
import { dayWords } from '../../../platform/values/words';
import { dayInBangla, numberInBangla } from '../../../platform/values/words.bn';
import type { AlertSeverity } from '../../planning/alerts/alert.vocabulary';

interface DigestWords {
  greeting: (name: string) => string;
  subject: (alerts: number, news: number, day: Day) => string;
  severities: Readonly<Record<AlertSeverity, string>>;
  more: (count: number) => string;
  settled: string;
  news: string;
  all: string;
  /** The address of the profile follows. */
  why: (houseName: string) => string;
}

/** What stands around the alerts of a digest. */
export const DIGEST_WORDS: Readonly<Record<Language, DigestWords>> = {
  en: {
    greeting: (name) => `Hello ${name},`,
    subject: (alerts, news, day) =>
      alerts
        ? `${alerts} open ${alerts === 1 ? 'alert' : 'alerts'} on ${dayWords(day)}`
        : `${news} ${news === 1 ? 'notice' : 'notices'} on ${dayWords(day)}`,
    severities: { critical: 'Critical', warning: 'Warning', info: 'Note' },
    more: (count) => `And ${count} more.`,
    settled: 'No longer so since the last digest:',
    news: 'What happened since the last digest:',
    all: 'All alerts',
    why: (houseName) =>
      `You get this once a day from ${houseName} while something needs you. Turn it off under Profile`,
  },
  bn: {
    greeting: (name) => `প্রিয় ${name},`,
    subject: (alerts, news, day) =>
      `${dayInBangla(day)}: ${alerts ? `${numberInBangla(alerts)}টি খোলা সতর্কতা` : `${numberInBangla(news)}টি খবর`}`,
    severities: { critical: 'জরুরি', warning: 'সতর্কতা', info: 'লক্ষ করুন' },
    more: (count) => `আরও ${numberInBangla(count)}টি আছে।`,
    settled: 'গত সারসংক্ষেপের পর যা আর নেই:',
    news: 'গত সারসংক্ষেপের পর যা হয়েছে:',
    all: 'সব সতর্কতা',
    why: (houseName) => `যত দিন আপনার কিছু দেখার থাকে, ${houseName} দিনে একবার এটি পাঠায়। বন্ধ করতে আপনার প্রোফাইলে যান`,
  },
};
