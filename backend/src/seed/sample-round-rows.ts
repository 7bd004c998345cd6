import { addDays, daysBetween, type Day } from '../platform/values/day';
import type { Lab } from '../modules/samples/colour/difference';
import { Random } from './random';
import { linesOf, type OrderPlan } from './season';
import type { Row } from './tables';
import { CARRIERS, type COLOURS } from './trade';

/** The buyers' standards as a spectrophotometer would read them under D65, 10°. */
export const STANDARDS: Readonly<Record<(typeof COLOURS)[number][1], Lab>> = {
  'Optic white': { l: 93.41, a: 2.86, b: -13.92 },
  Black: { l: 15.62, a: 0.31, b: -1.24 },
  Navy: { l: 21.37, a: 1.12, b: -16.48 },
  Olive: { l: 39.85, a: -3.94, b: 17.62 },
  Sand: { l: 77.24, a: 3.18, b: 15.71 },
  Rust: { l: 44.93, a: 32.07, b: 33.58 },
  'Sky blue': { l: 74.56, a: -7.43, b: -19.86 },
  'Grey melange': { l: 66.18, a: 0.12, b: -0.87 },
  Forest: { l: 28.44, a: -15.29, b: 6.03 },
  Wine: { l: 26.71, a: 28.36, b: 5.14 },
  Mustard: { l: 66.02, a: 14.77, b: 58.39 },
  Cobalt: { l: 35.28, a: 16.92, b: -52.63 },
};

const RECIPES = ['Reactive, first dye bath', 'Reactive, one step bluer', 'Reactive, half a step lighter'] as const;

/** How far off a refused dip is, by what the buyer said of it. */
const FAULTS: readonly [word: string, off: Lab][] = [
  ['red', { l: -0.3, a: 2.1, b: 0.4 }],
  ['light', { l: 2.6, a: -0.2, b: 0.3 }],
  ['green', { l: 0.2, a: -1.9, b: -0.3 }],
  ['dull', { l: -1.6, a: -0.9, b: 1.1 }],
];

interface Rounds {
  /** The samples given, with the parcel and the day of receipt that they have now. */
  samples: Row[];
  parcels: Row[];
  options: Row[];
  standards: Row[];
  measurements: Row[];
}

/** What belongs to the samples of a season: parcels, receipts, options of dips and strike-offs, and measured colours. */
export function roundRows(season: readonly OrderPlan[], samples: readonly Row[], people: readonly string[]): Rounds {
  const { parcels, samples: sent } = parcelled(season, samples, people);
  const rounds: Rounds = { samples: sent, parcels, options: [], standards: [], measurements: [] };
  for (const plan of season)
    for (const [index, sample] of sent.filter((row) => row['order_id'] === plan.id).entries()) {
      if (sample['type'] !== 'lab_dip' && sample['type'] !== 'strike_off') continue;
      const random = new Random(8_000 + plan.index * 10 + index);
      const options = optionsOf(sample, random);
      rounds.options.push(...options);
      if (sample['type'] === 'lab_dip' && sample['submission_date']) measure(rounds, plan, sample, options, random);
    }
  return rounds;
}

/** How far back one remembers what was in a box. */
const WEEKS = 10;

/** First rounds that a merchandiser sent in one week went in one box on its first day; what went long enough ago has arrived. */
function parcelled(season: readonly OrderPlan[], samples: readonly Row[], people: readonly string[]) {
  const ownerOf = new Map(season.map((plan) => [plan.id, plan.merchandiserIndex]));
  const today = season[0]?.today ?? '';
  const boxOf = (sample: Row): string | null => {
    if (sample['version'] !== 1 || !sample['submission_date']) return null;
    const week = Math.floor(daysBetween(String(sample['submission_date']), today) / 7);
    return week < WEEKS ? `${ownerOf.get(String(sample['order_id']))} ${week}` : null;
  };
  const boxes = new Map<string, Row[]>();
  for (const sample of samples) {
    const box = boxOf(sample);
    if (box) boxes.set(box, [...(boxes.get(box) ?? []), sample]);
  }
  const parcels = [...boxes]
    .filter(([, held]) => held.length > 1)
    .map(([box, held]) => parcelOf(box, held, today, people));
  const parcelBy = new Map(parcels.map(({ box, row }) => [box, row]));
  return {
    parcels: parcels.map(({ row }) => row),
    samples: samples.map((sample): Row => {
      const parcel = parcelBy.get(boxOf(sample) ?? '');
      if (!parcel) return { ...sample, parcel_id: null, received_on: receivedOn(sample, today) };
      return {
        ...sample,
        parcel_id: parcel['id'],
        submission_date: parcel['sent_on'],
        courier_name: parcel['courier_name'],
        awb_number: parcel['awb_number'],
        received_on: received(String(parcel['received_on'] ?? ''), sample),
      };
    }),
  };
}

function parcelOf(box: string, held: readonly Row[], today: Day, people: readonly string[]) {
  const sentOn = held
    .map((sample) => String(sample['submission_date']))
    .reduce((one, other) => (one < other ? one : other));
  const [owner = '0', week = '0'] = box.split(' ');
  const random = new Random(9_000 + Number(owner) * 100 + Number(week));
  const courier = random.pick(CARRIERS.slice(0, 2));
  const arrived = addDays(sentOn, random.whole(2, 4));
  return {
    box,
    row: {
      id: random.id(new Date(`${sentOn}T06:00:00Z`)),
      created_at: `${sentOn}T06:00:00.000Z`,
      updated_at: `${sentOn}T06:00:00.000Z`,
      row_version: 1,
      courier_name: courier.name,
      awb_number: courier.number(Array.from({ length: 12 }, () => random.whole(1, 9)).join('')),
      recipient:
        new Set(held.map((sample) => sample['recipient'])).size > 1
          ? 'Liaison office, Hamburg'
          : held[0]?.['recipient'],
      sent_on: sentOn,
      received_on: arrived <= today ? arrived : null,
      notes: `${held.length} cards in one box.`,
      created_by_id: people[Number(owner)],
    } satisfies Row,
  };
}

/** What went alone is two to four days on the way. */
function receivedOn(sample: Row, today: Day): Day | null {
  const sentOn = sample['submission_date'];
  if (typeof sentOn !== 'string') return null;
  const arrived = addDays(sentOn, 2 + (String(sample['awb_number']).length % 3));
  return arrived <= today ? received(arrived, sample) : null;
}

/** Null for what is on its way, and for what was decided before it came: by a photo, most likely. */
const received = (arrived: Day, sample: Row): Day | null =>
  arrived && arrived <= String(sample['decided_on'] ?? arrived) ? arrived : null;

/** Three of a dip, two of a strike-off; the buyer takes B. */
function optionsOf(sample: Row, random: Random): Row[] {
  const at = String(sample['created_at']);
  const labels = sample['type'] === 'lab_dip' ? ['A', 'B', 'C'] : ['A', 'B'];
  return labels.map((label, index) => ({
    id: random.id(new Date(at)),
    created_at: at,
    updated_at: at,
    row_version: 1,
    sample_id: sample['id'],
    label,
    notes: sample['type'] === 'lab_dip' ? RECIPES[index] : null,
    remarks: null,
    verdict:
      { approved: label === 'B' ? 'approved' : 'not_chosen', rejected: 'rejected' }[String(sample['status'])] ?? null,
  }));
}

/** Under D65 and TL84, against the standard of the line's colour, by CMC(2:1) with a limit of 1. */
function measure(rounds: Rounds, plan: OrderPlan, sample: Row, options: readonly Row[], random: Random): void {
  const name = linesOf(plan)[0]?.colour[1] as keyof typeof STANDARDS | undefined;
  if (!name) return;
  const standard = STANDARDS[name];
  const row = { created_at: sample['created_at'], updated_at: sample['created_at'], row_version: 1 };
  const at = new Date(String(sample['created_at']));
  const said = String(sample['rejection_reason'] ?? '');
  const fault = FAULTS.find(([word]) => said.includes(word))?.[1] ?? { l: 0, a: 0, b: 0 };
  for (const [illuminant, turn] of [
    ['D65', 0],
    ['TL84', 0.9],
  ] as const) {
    const id = random.id(at);
    const target = { l: standard.l + turn / 3, a: standard.a - turn, b: standard.b + turn };
    rounds.standards.push({
      id,
      ...row,
      sample_id: sample['id'],
      illuminant,
      observer: '10',
      ...rounded(target),
      formula: 'cmc',
      cmc_lightness: 2,
      cmc_chroma: 1,
      tolerance_limit: 1,
    });
    options.forEach((option, index) => {
      const near = [0.55, 0.18, 0.8][index] ?? 0.5;
      const part = said ? 1 - index * 0.15 : 0;
      const off = () => (random.next() - 0.5) * 2 * near;
      rounds.measurements.push({
        id: random.id(at),
        ...row,
        standard_id: id,
        option_id: option['id'],
        ...rounded({
          l: target.l + off() + fault.l * part,
          a: target.a + off() + fault.a * part,
          b: target.b + off() + fault.b * part,
        }),
      });
    });
  }
}

const rounded = ({ l, a, b }: Lab): Lab => {
  const [x, y, z] = [l, a, b].map((axis) => Math.round(axis * 100) / 100);
  return { l: Math.min(100, x ?? 0), a: y ?? 0, b: z ?? 0 };
};
