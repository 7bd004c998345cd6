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
