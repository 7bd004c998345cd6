import { letter, type Language, type LetterPart } from '../../../platform/mail/letter';
import type { Day } from '../../../platform/values/day';
import { lineLabel } from '../../orders/line/lines.dto';
import type { AlertSeverity } from '../../planning/alerts/alert.vocabulary';
import { alertWords, type AlertSubject, type AlertWords } from '../../planning/alerts/alert.words';
import type { DigestAlert, DigestOf } from './digest.repository';
import { DIGEST_WORDS } from './digest.words';

interface OfOrder {
  orderId: string;
  heading: string;
  alerts: (AlertWords & { severity: AlertSeverity })[];
}

const SEVERITY_COLOURS: Readonly<Record<AlertSeverity, string>> = {
  critical: '#b42318',
  warning: '#8a4b00',
  info: '#1f5f99',
};

/**
 * The digest of a day as mail, in the language of its person: what is open, grouped by order, the worst first; then the
 * notices that they want in it. @param site where Provabook is opened
 */
export function digestMail(
  { person, total, alerts, cleared, news }: DigestOf,
  day: Day,
  houseName: string,
  site: string,
) {
  const language: Language = person.language;
  const words = DIGEST_WORDS[language];
  const settled = cleared.map((alert) => alertWords(labelled(alert, language), day, language).title);
  const more = total - alerts.length;
  const parts: LetterPart[] = [
    { kind: 'words', words: words.greeting(person.fullName) },
    ...byOrder(alerts, day, language).flatMap(({ orderId, heading, alerts: open }): LetterPart[] => [
      { kind: 'heading', words: heading, url: `${site}/orders/${orderId}` },
      {
        kind: 'list',
        items: open.map(({ severity, title, why }) => ({
          mark: words.severities[severity],
          tone: SEVERITY_COLOURS[severity],
          words: title,
          more: why,
        })),
      },
    ]),
    ...(more > 0 ? [{ kind: 'words' as const, words: words.more(more) }] : []),
    ...(settled.length
      ? [
          { kind: 'heading' as const, words: words.settled },
          { kind: 'list' as const, items: settled.map((title) => ({ words: title })), quiet: true },
        ]
      : []),
    ...(news.length
      ? [
          { kind: 'heading' as const, words: words.news },
          {
            kind: 'list' as const,
            items: news.map(({ title, message, language: told }) => ({
              ...{ words: title, more: message },
              ...(told !== language && { language: told }),
            })),
          },
        ]
      : []),
    { kind: 'link', label: words.all, url: `${site}/alerts` },
    { kind: 'words', words: `${words.why(houseName)}: ${site}/profile`, quiet: true },
  ];
  return letter({ language, subject: words.subject(total, news.length, day), parts });
}

const labelled = (alert: DigestAlert, language: Language): AlertSubject => ({
  ...alert,
  lineLabel: alert.styleNumber === null ? null : lineLabel(alert, alert.styleNumber, language),
});

/** In the order of their worst. */
function byOrder(alerts: readonly DigestAlert[], day: Day, language: Language): OfOrder[] {
  const orders = new Map<string, OfOrder>();
  for (const alert of alerts) {
    const { orderId, orderNumber, customerName, severity } = alert;
    const heading = customerName ? `${orderNumber} · ${customerName}` : orderNumber;
    const order = orders.get(orderId) ?? { orderId, heading, alerts: [] };
    order.alerts.push({ severity, ...alertWords(labelled(alert, language), day, language) });
    orders.set(orderId, order);
  }
  return [...orders.values()];
}
