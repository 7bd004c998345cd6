import type { Day } from '../../../platform/values/day';
import { dayWords } from '../../../platform/values/words';
import { lineLabel } from '../../orders/line/lines.dto';
import type { AlertSeverity } from '../../planning/alerts/alert.vocabulary';
import { alertWords, type AlertWords } from '../../planning/alerts/alert.words';
import type { DigestAlert, DigestOf } from './digest.repository';

interface OfOrder {
  orderId: string;
  heading: string;
  alerts: (AlertWords & { severity: AlertSeverity })[];
}

const SETTLED = 'No longer so since the last digest:';

const SEVERITY_WORDS: Readonly<Record<AlertSeverity, string>> = {
  critical: 'Critical',
  warning: 'Warning',
  info: 'Note',
};
const SEVERITY_COLOURS: Readonly<Record<AlertSeverity, string>> = {
  critical: '#b42318',
  warning: '#8a4b00',
  info: '#1f5f99',
};

/** The digest of a day as mail: what is open, grouped by order, the worst first. @param site where Provabook is opened */
export function digestMail({ person, total, alerts, cleared }: DigestOf, day: Day, houseName: string, site: string) {
  const orders = byOrder(alerts, day);
  const subject = `${total} open ${total === 1 ? 'alert' : 'alerts'} on ${dayWords(day)}`;
  const settled = cleared.map((alert) => alertWords({ ...alert, lineLabel: labelOf(alert) }, day).title);
  const [more, all] = [total - alerts.length, `${site}/alerts`];
  const rest = more > 0 ? `And ${more} more.` : '';
  const why = `You get this once a day from ${houseName} while something needs you. Turn it off under Profile: ${site}/profile`;
  const text = [
    `Hello ${person.fullName},`,
    '',
    ...orders.flatMap(({ orderId, heading, alerts: open }) => [
      heading,
      ...open.flatMap(({ severity, title, why: because }) => [
        `- ${SEVERITY_WORDS[severity]}: ${title}`,
        `  ${because}`,
      ]),
      `  ${site}/orders/${orderId}`,
      '',
    ]),
    ...(rest ? [rest] : []),
    ...(settled.length ? [SETTLED, ...settled.map((title) => `- ${title}`), ''] : []),
    `All alerts: ${all}`,
    '',
    why,
  ].join('\n');
  return { subject, text, html: htmlOf({ person, orders, settled, rest, all, site, houseName, subject }) };
}

interface HtmlParts {
  person: DigestOf['person'];
  orders: readonly OfOrder[];
  settled: readonly string[];
  rest: string;
  all: string;
  site: string;
  houseName: string;
  subject: string;
}

function htmlOf({ person, orders, settled, rest, all, site, houseName, subject }: HtmlParts): string {
  const ofOrder = ({ orderId, heading, alerts }: OfOrder) => `
<h2 style="font-size:16px;margin:24px 0 8px"><a href="${escaped(`${site}/orders/${orderId}`)}" style="color:#1f5f99">${escaped(heading)}</a></h2>
<ul style="margin:0;padding:0 0 0 18px">${alerts
    .map(
      ({ severity, title, why }) => `
<li style="margin:0 0 10px"><strong style="color:${SEVERITY_COLOURS[severity]}">${SEVERITY_WORDS[severity]}</strong> ${escaped(title)}<br>
<span style="color:#555">${escaped(why)}</span></li>`,
    )
    .join('')}
</ul>`;
  const gone = settled.length
    ? `<h2 style="font-size:16px;margin:24px 0 8px">${SETTLED}</h2>
<ul style="margin:0;padding:0 0 0 18px;color:#555">${settled.map((title) => `<li>${escaped(title)}</li>`).join('')}</ul>
`
    : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#fff;color:#1a1a1a;font:14px/1.5 system-ui,sans-serif">
<div style="max-width:640px;margin:0 auto">
<p>Hello ${escaped(person.fullName)},</p>${orders.map(ofOrder).join('')}
${gone}<p>${rest ? `${escaped(rest)} ` : ''}<a href="${escaped(all)}" style="color:#1f5f99">All alerts</a></p>
<p style="margin-top:32px;color:#555;font-size:12px">You get this once a day from ${escaped(houseName)} while something needs you.
Turn it off under <a href="${escaped(`${site}/profile`)}" style="color:#1f5f99">Profile</a>.</p>
</div></body></html>`;
}

const labelOf = (alert: DigestAlert): string | null =>
  alert.styleNumber === null ? null : lineLabel(alert, alert.styleNumber);

/** In the order of their worst. */
function byOrder(alerts: readonly DigestAlert[], day: Day): OfOrder[] {
  const orders = new Map<string, OfOrder>();
  for (const alert of alerts) {
    const { orderId, orderNumber, customerName, severity } = alert;
    const heading = customerName ? `${orderNumber} · ${customerName}` : orderNumber;
    const order = orders.get(orderId) ?? { orderId, heading, alerts: [] };
    order.alerts.push({ severity, ...alertWords({ ...alert, lineLabel: labelOf(alert) }, day) });
    orders.set(orderId, order);
  }
  return [...orders.values()];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
