import { LANGUAGES } from '../../../platform/mail/letter';
import { ALERT_RULE_KEYS } from '../../planning/alerts/alert.vocabulary';
import { alertWords, type AlertFacts } from '../../planning/alerts/alert.words';
import type { HappeningRow } from '../happenings.reader';
import { noticeMail } from '../notice-mail';
import { NOTICES, tell } from './notices';
import { writtenFor } from './written';

const OF: HappeningRow = {
  ...{ eventId: 'e', eventName: '', merchandiserId: null, creatorId: null, day: '2026-11-22' },
  ...{ orderNumber: 'PO-1182', customerName: 'ANABIA', actorName: 'Rina Akter', lineName: 'Black', linePart: 2 },
  facts: {},
};

const TYPED = { reason: 'Too red under D65.', notes: 'Ask Tareq.', condition: 'If bulk is bluer.' };
const CHAIN: AlertFacts['chain'] = [
  { key: 'exFactory', label: 'Ex-factory', holder: 'mill', days: 2, from: '2026-11-22', on: '2026-12-01' },
];
const FOUND: AlertFacts = {
  ...{ on: '2026-11-20', lines: 1, slackDays: -4, etd: '2027-01-05', forecastOn: '2027-01-06', chain: CHAIN },
  ...{ gate: 'Shade band', holder: 'mill', heldSince: '2026-11-10', number: '0417', lost: '14.5', planned: '10' },
  ...{ knitted: '1000', finished: '855', title: 'Call the mill.' },
};

/** For each notice events that say all they can; `{}` for what is only the order's. */
const SAYING: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  'order.assigned': [{ predecessorId: 'mitu', assigneeName: 'Rafi Khan' }, {}],
  'order.revised': [{ number: 2, agreedBy: 'Anna Berg', ...TYPED }],
  'line.revised': [{ number: 2, agreedBy: 'Anna Berg', ...TYPED }],
  'line.deleted': [{ number: 2, agreedBy: 'Anna Berg', ...TYPED }],
  'line.split': [{ number: 2, agreedBy: 'Anna Berg', ...TYPED }],
  'order.delivered': [{ actualDeliveryDate: '2026-11-20' }],
  'gate.overridden': ['dyeing', 'cutting', 'bulk'].map((step) => ({ step, lines: 3, ...TYPED })),
  'gate.reminded': [{ gate: 'Shade band', daysHeld: 6, ...TYPED }],
  'document.version_added': [{ fileName: 'Spec R2.pdf' }],
  'file.held': [{ fileName: 'Spec R2.pdf', threat: 'Eicar-Test' }],
  'supplier_delivery.recorded': [
    { deliveredQuantity: '2000', unit: 'yards', others: 1, challanNumber: 'CH-7' },
    { deliveredQuantity: '400.5', unit: 'kg', kind: 'yarn' },
  ],
  'deletion_request.made': [TYPED],
  'deletion_request.approved': [TYPED],
  'deletion_request.declined': [TYPED],
  'deletion_request.withdrawn': [{}],
  'sample.approved': [{ type: 'lab_dip', version: 2, option: 'B', notes: TYPED.notes, condition: TYPED.condition }],
  'sample.rejected': ['strike_off', 'bulk_swatch', 'pp_sample', 'hand_loom', 'presentation'].map((type) => ({
    ...{ type, version: 2 },
    reason: TYPED.reason,
  })),
  'sample.decision_taken_back': [{ type: 'lab_dip', version: 2 }],
  ...Object.fromEntries(
    ['review_asked', 'approved', 'returned', 'sent', 'confirmed', 'cancelled'].map((step) => [
      `proforma_invoice.${step}`,
      [{ piNumber: 'PI-00012', amount: '158466', currency: 'USD', ...TYPED }],
    ]),
  ),
  'letter_of_credit.issued': [{ lcNumber: '0417', amount: '158466', currency: 'USD' }],
  'letter_of_credit.confirmed': [{ lcNumber: 'LC-0417', amount: '158466', currency: 'USD' }],
  'shipment.delivered': [{ awbNumber: '176-12345675', carrierName: 'DHL' }],
  'shipment.returned': [{ awbNumber: '176-12345675', carrierName: 'DHL', ...TYPED }],
  'production_metric.recorded': [
    { date: '2026-11-20', unit: 'kg', knittedQuantity: '400', dyedQuantity: '0', finishedQuantity: '250.5' },
    { date: '2026-11-20', knittedQuantity: '0' },
  ],
  'production_entry.recorded': ['knitting', 'dyeing', 'finishing', 'cutting', 'sewing', 'packing'].map((stage) => ({
    ...{ stage, entryDate: '2026-11-20', quantity: '205', unit: 'kg', others: 3 },
  })),
  ...Object.fromEntries(
    ['created', 'assigned', 'completed', 'reopened'].map((step) => [
      `task.${step}`,
      [{ title: 'Call the mill.', dueDate: '2026-11-24' }],
    ]),
  ),
  'comment.written': [{ body: 'The dip is here.' }, { body: 'The dip is here.', newlyMentionedIds: ['mitu'] }],
  'comment.edited': [{ body: 'The dip is here.', newlyMentionedIds: ['mitu'] }],
  ...Object.fromEntries(
    ['raised', 'worsened', 'cleared'].map((step) => [
      `alert.${step}`,
      ALERT_RULE_KEYS.map((rule) => {
        const line = {
          styleNumber: 'MT-1',
          colorName: 'Black',
          colorCode: null,
          cadName: null,
          cadCode: null,
          part: 2,
        };
        const lineLabel = 'MT-1 · Black · part 2';
        const english = alertWords({ rule, facts: FOUND, orderNumber: 'PO-1182', lineLabel }, '2026-11-22');
        return { rule, facts: FOUND, line, ...english };
      }),
    ]),
  ),
  'incident.reported': [
    { title: 'Shade off.', severity: 'low' },
    { title: 'Fire.', severity: 'critical' },
  ],
};

/** What of the facts a sentence may name: as it is in English, and in Bangla. */
const FACTS: readonly (readonly [english: string, bangla: string])[] = [
  ...[
    ...['PO-1182', 'ANABIA', 'Rina Akter', 'Rafi Khan', 'Anna Berg', 'Too red under D65', 'Ask Tareq', 'Shade band'],
    ...['If bulk is bluer', 'Spec R2.pdf', 'Eicar-Test', 'CH-7', 'PI-00012', '0417', '176-12345675', 'DHL'],
    ...['Call the mill', 'The dip is here', 'Shade off', 'Fire', 'Ex-factory', 'Black', 'MT-1'],
  ].map((name) => [name, name] as const),
  ...[
    ['20 Nov 2026', '২০ নভেম্বর, ২০২৬'],
    ['24 Nov 2026', '২৪ নভেম্বর, ২০২৬'],
    ['5 Jan 2027', '৫ জানুয়ারি, ২০২৭'],
    ['USD 158,466.00', 'USD ১,৫৮,৪৬৬.০০'],
    ['2,000 yd', '২,০০০ গজ'],
    ['400.5 kg', '৪০০.৫ কেজি'],
    ['400 kg', '৪০০ কেজি'],
    ['250.5 kg', '২৫০.৫ কেজি'],
    ['205 kg', '২০৫ কেজি'],
    ['1,000 kg', '১,০০০ কেজি'],
    ['14.5 %', '১৪.৫ %'],
    ['revision 2', 'সংশোধন ২'],
    ['6 days', '৬ দিন'],
    ['option B', 'অপশন B'],
    ['round 2', 'রাউন্ড ২'],
    ['1 other line', 'আরও ১টি লাইন'],
    ['3 more figures', 'আরও ৩টি সংখ্যা'],
    ['part 2', 'অংশ ২'],
    ['4 working days', '৪ কর্মদিবস'],
    ['grave', 'গুরুতর'],
    ['mentioned you', 'উল্লেখ'],
    ['It has left your list', 'আর আপনার তালিকায় নেই'],
  ].map(([english, bangla]) => [english!, bangla!] as const),
];

/** What stays Latin in a sentence of Bangla: names of papers, and what was typed. */
const LATIN = /\b(?:PI|LC|PP|ETD|ETA|USD|B|Provabook)\b/g;

/** A sentence of Bangla without the names in it. */
const bare = (sentence: string): string =>
  FACTS.reduce((rest, [, fact]) => rest.replaceAll(fact, ''), sentence).replace(LATIN, '');

const cases = Object.keys(NOTICES).flatMap((name) =>
  (SAYING[name] ?? []).map((facts, nth) => [`${name} ${nth + 1}`, name, { ...OF, eventName: name, facts }] as const),
);

const mailOf = (name: string, of: HappeningRow, language: 'en' | 'bn') => {
  const person = { id: 'mitu', fullName: 'Mitu Das', email: 'mitu@house.test', language };
  const told = tell(name, { ...of, hearerId: 'mitu' }, 'en')!;
  const notice = { id: 'n', orderId: 'o', ...writtenFor(person, told, of) };
  return noticeMail(notice, person, 'Prova & Co', 'https://house.test');
};

describe('notices in Bangla', () => {
  it('are of every kind that there is', () => expect(Object.keys(SAYING).sort()).toEqual(Object.keys(NOTICES).sort()));

  it.each(cases)('%s: every fact of the English one, and no word of it', (_, name, of) => {
    for (const happening of [of, { ...of, lineName: null }, { ...of, hearerId: 'mitu' }]) {
      const [english, bangla] = LANGUAGES.map((language) => tell(name, happening, language)!);
      for (const part of ['title', 'message'] as const) {
        expect(bangla![part]).toMatch(/।$/);
        expect(bangla![part]).not.toMatch(/undefined| {2}|।।/);
        expect(bare(bangla![part])).not.toMatch(/[A-Za-z0-9]/);
        for (const [inEnglish, inBangla] of FACTS)
          expect([inBangla, bangla![part].includes(inBangla)]).toEqual([inBangla, english![part].includes(inEnglish)]);
      }
    }
  });

  it.each(Object.keys(NOTICES))('%s is a sentence even where the event says little', (name) => {
    const told = tell(name, { ...OF, actorName: null, lineName: null }, 'bn')!;
    for (const sentence of Object.values(told)) {
      expect(sentence).toContain('PO-1182');
      expect(bare(sentence)).toMatch(/^[^A-Za-z0-9]+।$/);
      expect(sentence).not.toMatch(/undefined|null|NaN| {2}/);
    }
  });
});

describe('a notice by mail', () => {
  it.each(cases)('%s: text and HTML both wholly in the language of its reader', (_, name, of) => {
    const { subject, text, html } = mailOf(name, of, 'bn');
    const seen = html!.replace(/<head>.*<\/head>|<[^>]+>/g, '').replaceAll('&amp;', '&');
    const wanted = tell(name, { ...of, hearerId: 'mitu' }, 'bn')!;
    expect(subject).toBe(wanted.title);
    for (const part of [text, seen]) {
      expect(part).toContain(wanted.message);
      expect(part).toContain('Provabook-এ দেখুন');
      expect(bare(part.replace(/https:\S+|Prova & Co/g, ''))).not.toMatch(/[A-Za-z]/);
    }
    expect(html).toContain('<html lang="bn">');
    expect(html).not.toContain('lang="en"');
    const english = mailOf(name, of, 'en');
    expect(english.subject + english.text + english.html!).not.toMatch(/\p{Script=Bengali}/u);
  });

  it('is told as it was where nothing else is known of it, and marked as English', () => {
    const person = { id: 'mitu', language: 'bn' as const };
    const old = { title: 'Order PO-1182 is delivered.', message: 'Rina Akter marked it delivered.' };
    expect(writtenFor(person, old, undefined)).toEqual({ ...old, language: 'en' });
    const { html } = noticeMail(
      { id: 'n', orderId: null, ...writtenFor(person, old, undefined) },
      { ...person, fullName: 'Mitu Das', email: 'mitu@house.test' },
      'Prova & Co',
      'https://house.test',
    );
    expect(html).toContain('<p lang="en">Rina Akter marked it delivered.</p>');
  });
});
