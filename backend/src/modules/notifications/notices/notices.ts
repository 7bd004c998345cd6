import type { Known } from '../../../platform/listing/list-definition';
import { ALERT_NOTICES } from './alert-notices';
import { DELETION_NOTICES } from './deletion-notices';
import { INCIDENT_NOTICES } from './incident-notices';
import { MONEY_NOTICES } from './money-notices';
import type { Notice } from './notice';
import { ORDER_NOTICES } from './order-notices';
import { OUTPUT_NOTICES } from './output-notices';
import { SAMPLE_NOTICES } from './sample-notices';
import { TALK_NOTICES } from './talk-notices';

/** Event name → who hears of it, and in which words. The person who did it never does. */
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

const TYPES = new Set(Object.entries(NOTICES).map(([name, { type }]) => (typeof type === 'string' ? type : name)));

/** As the filter of a list; an alert's notices are called by its rule. */
export const NOTICE_TYPE: Known = {
  is: (type) => TYPES.has(type) || type.startsWith('alert.'),
  sentence: 'There are no notices of this kind. Give one as a notice has it, such as sample.rejected.',
};
