import { lineLabel, type LabelledLine } from '../../orders/line/lines.dto';
import { ALERT_RULE_KEYS } from '../../planning/alerts/alert.vocabulary';
import type { AlertFacts, AlertWords } from '../../planning/alerts/alert.words';
import { alertWordsInBangla } from '../../planning/alerts/alert.words.bn';
import type { ALERT_NOTICES } from './alert-notices';
import type { Happening, NoticeWords } from './notice';
import { line, order } from './notice.bn';

export const ALERT_NOTICES_BN: Readonly<Record<keyof typeof ALERT_NOTICES, NoticeWords>> = {
  'alert.raised': { title: (of) => found(of).title, message: (of) => found(of).why },
  'alert.worsened': {
    title: (of) => found(of).title,
    message: (of) => `অবস্থা এখন আরও খারাপ। ${found(of).why}`.trim(),
  },
  'alert.cleared': {
    title: (of) => `${order(of)}: পরিকল্পনা অনুযায়ী ${line(of) ?? 'একটি লাইন'} আর দেরিতে নেই।`,
    message: (of) => `“${found(of).title.replace(/।$/, '')}”: এই সতর্কতাটি আর নেই।`,
  },
};

/** What the rule found, in its own words. */
function found(of: Happening): AlertWords {
  const { rule, facts, line: labelled } = of.facts;
  const known = ALERT_RULE_KEYS.find((each) => each === rule);
  if (!known || typeof facts !== 'object' || facts === null)
    return { title: `${order(of)} আপনার নজর চায়।`, why: `${order(of)}-এর সতর্কতাগুলো দেখুন।` };
  const { styleNumber, ...named } = (labelled ?? {}) as Partial<LabelledLine & { styleNumber: string }>;
  const label = styleNumber ? lineLabel(named as LabelledLine, styleNumber, 'bn') : line(of);
  const { title, why } = alertWordsInBangla(
    { rule: known, facts: facts as AlertFacts, orderNumber: of.orderNumber, lineLabel: label },
    of.day,
  );
  return { title, why: why || `${order(of)}-এর সতর্কতাগুলো দেখুন।` };
}
