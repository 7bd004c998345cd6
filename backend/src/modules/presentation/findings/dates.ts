import { addDays, daysBetween, type Day } from '../../../platform/values/day';
import { plain } from '../../../platform/values/firms';
import { dayWords } from '../../../platform/values/words';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { latestShipment, USUAL_PRESENTATION_DAYS } from '../../financials/letter-of-credit/ucp/clocks';
import type { ArrivalFacts, LineFacts } from './facts';
import { wordsOf, type Finding } from './finding';

/** Documents are rarely ready within a week of shipment: below this many days a presentation is likely late. */
const DAYS_FOR_DOCUMENTS = 10;

/** Latest shipment (44C, 44D) against ETD and forecast; expiry (31D) and presentation (48) against it. */
export function dateFindings(terms: CreditTerms, facts: ArrivalFacts): Finding[] {
  const latest = latestShipment(terms);
  return [
    ...(latest ? [...ofEtd(terms, facts, latest), ...ofForecast(terms, facts, latest)] : []),
    ...ofExpiry(terms, latest?.day ?? null),
    ...ofPlace(terms),
    ...ofPresentation(terms),
  ];
}

type Latest = NonNullable<ReturnType<typeof latestShipment>>;

const key = (terms: CreditTerms) => (terms.latestShipmentDate ? 'latestShipmentDate' : 'shipmentPeriod');
const field = (terms: CreditTerms): string => (terms.latestShipmentDate ? 'field 44C' : 'field 44D');

/** What to ask for: the day, and an expiry that leaves the days to present. */
function extension(terms: CreditTerms, to: Day): string {
  const expiry = addDays(to, terms.presentationDays ?? USUAL_PRESENTATION_DAYS);
  const later = terms.expiryDate && expiry > terms.expiryDate ? ` Field 31D: expiry to read ${dayWords(expiry)}.` : '';
  return `Field 44C: latest date of shipment to read ${dayWords(to)}.${later}`;
}

function ofEtd(terms: CreditTerms, { invoices, lines }: ArrivalFacts, latest: Latest): Finding[] {
  const promised = [
    ...invoices.map(({ piNumber, etd }) => ({ from: piNumber, day: etd })),
    ...lines.map(({ orderNumber, label, etd }) => ({ from: `${orderNumber} ${label}`, day: etd })),
  ].flatMap(({ from, day }) => (day && day > latest.day ? [{ from, day }] : []));
  const last = lastOf(promised, ({ day }) => day);
  if (!last) return [];
  return [
    {
      rule: 'shipment.before_etd',
      severity: 'discrepancy',
      article: latest.article,
      from: andMore(last.from, promised),
      credit: wordsOf(terms, key(terms), dayWords(latest.day)),
      ours: `ETD ${dayWords(last.day)}`,
      sentence: `Goods that leave as agreed, on ${dayWords(last.day)}, leave ${days(latest.day, last.day)} after the last day to ship.`,
      ask: extension(terms, last.day),
    },
  ];
}

function ofForecast(terms: CreditTerms, { lines }: ArrivalFacts, latest: Latest): Finding[] {
  const late = lines.filter(({ forecastOn }) => forecastOn && forecastOn > latest.day);
  const likely = lines.filter(({ likelyOn }) => likelyOn && likelyOn > latest.day);
  const of = (some: LineFacts[], on: (line: LineFacts) => Day | null) => {
    const worst = lastOf(some, (line) => on(line) ?? '');
    return worst ? { from: andMore(`${worst.orderNumber} ${worst.label}`, some), day: on(worst) ?? '' } : null;
  };
  const credit = wordsOf(terms, key(terms), dayWords(latest.day));
  const now = of(late, ({ forecastOn }) => forecastOn);
  if (now)
    return [
      {
        rule: 'shipment.forecast',
        severity: 'discrepancy',
        article: `art. 29(c), ${field(terms)}`,
        credit,
        from: now.from,
        ours: `Forecast ${dayWords(now.day)}`,
        sentence: `By its plan it leaves on ${dayWords(now.day)}, ${days(latest.day, now.day)} after the last day to ship.`,
        ask: extension(terms, now.day),
      },
    ];
  const then = of(likely, ({ likelyOn }) => likelyOn);
  if (!then) return [];
  return [
    {
      rule: 'shipment.forecast_likely',
      severity: 'risk',
      article: `art. 29(c), ${field(terms)}`,
      credit,
      from: then.from,
      ours: `Eight times out of ten by ${dayWords(then.day)}`,
      sentence: `If its steps take what they often take, it leaves ${days(latest.day, then.day)} after the last day to ship.`,
      ask: extension(terms, then.day),
    },
  ];
}

function ofExpiry(terms: CreditTerms, latest: Day | null): Finding[] {
  const { expiryDate, presentationDays } = terms;
  if (!expiryDate || !latest) return [];
  const period = presentationDays ?? USUAL_PRESENTATION_DAYS;
  const left = daysBetween(latest, expiryDate);
  const sides = {
    credit: wordsOf(terms, 'expiryDate', dayWords(expiryDate)),
    ours: `Latest shipment ${dayWords(latest)}`,
    from: 'The LC itself',
    ask: `Field 31D: expiry to read ${dayWords(addDays(latest, period))} instead of ${dayWords(expiryDate)}.`,
  };
  if (left < 0)
    return [
      {
        ...{ rule: 'expiry.before_shipment', severity: 'discrepancy', article: 'art. 6(d), field 31D', ...sides },
        sentence: 'The LC expires before the last day to ship.',
      },
    ];
  if (left >= Math.min(period, DAYS_FOR_DOCUMENTS)) return [];
  return [
    {
      ...{ rule: 'expiry.little_time', severity: 'risk', article: 'art. 14(c), field 31D', ...sides },
      sentence: `Goods that leave on the last day to ship leave ${left} ${left === 1 ? 'day' : 'days'} to present documents.`,
    },
  ];
}

/** Documents must be at the place of expiry by its day: abroad, that is days earlier here. */
function ofPlace(terms: CreditTerms): Finding[] {
  const { expiryPlace: place, applicant, beneficiary } = terms;
  if (!place || !beneficiary) return [];
  const theirs = plain(`${applicant?.name ?? ''} ${applicant?.address ?? ''}`);
  const ours = plain(`${beneficiary.name} ${beneficiary.address ?? ''}`);
  const abroad =
    /ISSUING BANK|OUR COUNTER|APPLICANT|OPENING BANK/i.test(place) ||
    (theirs.includes(plain(place)) && !ours.includes(plain(place)));
  if (!abroad) return [];
  return [
    {
      ...{ rule: 'expiry.place', severity: 'risk', article: 'art. 6(d)(ii), field 31D', from: '59, the beneficiary' },
      credit: wordsOf(terms, 'expiryDate', place),
      ours: beneficiary.address ?? beneficiary.name,
      sentence: 'The LC expires abroad: documents must have arrived there by its day.',
      ask: 'Field 31D: place of expiry to be the country of the beneficiary.',
    },
  ];
}

function ofPresentation(terms: CreditTerms): Finding[] {
  const { presentationDays: period } = terms;
  if (period === null || period >= DAYS_FOR_DOCUMENTS) return [];
  return [
    {
      ...{ rule: 'presentation.short', severity: 'risk', article: 'art. 14(c), field 48', from: 'UCP 600' },
      credit: wordsOf(terms, 'presentationDays', `${period} days`),
      ours: `${USUAL_PRESENTATION_DAYS} days where an LC says nothing`,
      sentence: `${period} days from shipment to presentation are few for the documents it asks for.`,
      ask: `Field 48: period for presentation to read ${USUAL_PRESENTATION_DAYS} days.`,
    },
  ];
}

const days = (from: Day, to: Day): string => {
  const count = daysBetween(from, to);
  return `${count} ${count === 1 ? 'day' : 'days'}`;
};
const andMore = (name: string, all: readonly unknown[]): string =>
  all.length > 1 ? `${name} and ${all.length - 1} more` : name;
const lastOf = <T>(all: readonly T[], on: (one: T) => Day): T | null =>
  all.reduce<T | null>((last, one) => (last && on(last) >= on(one) ? last : one), null);
