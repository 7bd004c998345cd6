import type { Known } from '../../../platform/listing/list-definition';
import type { Language } from '../../../platform/mail/letter';
import { ALERT_NOTICES } from './alert-notices';
import { ALERT_NOTICES_BN } from './alert-notices.bn';
import { DELETION_NOTICES } from './deletion-notices';
import { DELETION_NOTICES_BN } from './deletion-notices.bn';
import { INCIDENT_NOTICES } from './incident-notices';
import { INCIDENT_NOTICES_BN } from './incident-notices.bn';
import { MONEY_NOTICES } from './money-notices';
import { MONEY_NOTICES_BN } from './money-notices.bn';
import type { Happening, Notice, NoticeWords } from './notice';
import { ORDER_NOTICES } from './order-notices';
import { ORDER_NOTICES_BN } from './order-notices.bn';
import { OUTPUT_NOTICES } from './output-notices';
import { OUTPUT_NOTICES_BN } from './output-notices.bn';
import { SAMPLE_NOTICES } from './sample-notices';
import { SAMPLE_NOTICES_BN } from './sample-notices.bn';
import { TALK_NOTICES } from './talk-notices';
import { TALK_NOTICES_BN } from './talk-notices.bn';

/** Event name → who hears of it, and in which words in English. The person who did it never does. */
export const NOTICES: Readonly<Record<string, Notice>> = {
  ...ORDER_NOTICES,
  ...DELETION_NOTICES,
  ...SAMPLE_NOTICES,
  ...MONEY_NOTICES,
  ...OUTPUT_NOTICES,
  ...TALK_NOTICES,
  ...ALERT_NOTICES,
  ...INCIDENT_NOTICES,
};

/** The same in Bangla: each of them, as the compiler sees to. */
const NOTICES_BN: Readonly<Record<string, NoticeWords>> = {
  ...ORDER_NOTICES_BN,
  ...DELETION_NOTICES_BN,
  ...SAMPLE_NOTICES_BN,
  ...MONEY_NOTICES_BN,
  ...OUTPUT_NOTICES_BN,
  ...TALK_NOTICES_BN,
  ...ALERT_NOTICES_BN,
  ...INCIDENT_NOTICES_BN,
};

/** What a notice says. */
export interface Told {
  title: string;
  message: string;
}

const LONGEST_TITLE = 255;

/** What people are told of an event of that name; null where it is told to nobody. What was typed stays as it is. */
export function tell(eventName: string, of: Happening, language: Language): Told | null {
  const words = (language === 'bn' ? NOTICES_BN : NOTICES)[eventName];
  return words ? { title: words.title(of).slice(0, LONGEST_TITLE), message: words.message(of) } : null;
}

const TYPES = new Set(Object.entries(NOTICES).map(([name, { type }]) => (typeof type === 'string' ? type : name)));

/** As the filter of a list; an alert's notices are called by its rule. */
export const NOTICE_TYPE: Known = {
  is: (type) => TYPES.has(type) || type.startsWith('alert.'),
  sentence: 'There are no notices of this kind. Give one as a notice has it, such as sample.rejected.',
};
