import { because, capital, lineOf, ofBuyer, said, who, type Happening, type Notice } from './notice';

/** Rounds of samples. */
export const SAMPLE_NOTICES = {
  'sample.approved': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `${capital(round(of))} of order ${of.orderNumber} was approved.`,
    message: (of) =>
      `${who(of)} recorded the approval of ${option(of)}${round(of)}, order ${ofBuyer(of)}${because(of, 'notes')}${condition(of)}`,
  },
  'sample.rejected': {
    to: ['merchandiser'],
    severity: 'warning',
    title: (of) => `${capital(round(of))} of order ${of.orderNumber} was rejected.`,
    message: (of) =>
      `${who(of)} recorded the rejection of ${round(of)}, order ${ofBuyer(of)}${because(of, 'reason')} Send a new round.`,
  },
  'sample.decision_taken_back': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `${capital(round(of))} of order ${of.orderNumber} is with the buyer again.`,
    message: (of) =>
      `${who(of)} took back that the buyer had decided on ${round(of)}, order ${ofBuyer(of)}: it was recorded by mistake.`,
  },
} satisfies Readonly<Record<string, Notice>>;

/** `lab dip round 2 for Black` */
function round(of: Happening): string {
  const { version } = of.facts;
  return [
    said(of, 'type')?.replaceAll('_', ' ').replace(/^pp /, 'PP ') ?? 'a sample',
    typeof version === 'number' ? ` round ${version}` : '',
    lineOf(of) ? ` for ${lineOf(of)}` : '',
  ].join('');
}

/** `option B of `, or nothing. */
const option = (of: Happening): string => (said(of, 'option') ? `option ${said(of, 'option')} of ` : '');

/** ` It holds on a condition: “bulk is bluer”.`, or nothing. */
const condition = (of: Happening): string =>
  said(of, 'condition') ? ` It holds on a condition${because(of, 'condition')}` : '';
