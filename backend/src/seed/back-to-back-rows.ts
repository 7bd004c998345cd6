import { maturityOf, type BackToBackDays } from '../modules/financials/back-to-back/back-to-back.rules';
import { addDays, type Day } from '../platform/values/day';
import { event } from './event-rows';
import { Random } from './random';
import type { OrderPlan } from './season';
import type { Row } from './tables';
import { MILLS } from './trade';

/** Made up, as all of the demo house: a real house asks its bank. */
const SOURCE = 'Demo figures: ask your bank';

/** As banks in Bangladesh work, holidays left out. */
const BANK = {
  whose: 'banks in Bangladesh',
  isOpen: (day: Day) => ![5, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
};

interface BackToBacks {
  rules: Row[];
  bases: Row[];
  credits: Row[];
  events: Row[];
}

/** LCs that the bank of the demo house opened to mills on some of the buyers' LCs: planned, opened, accepted and paid. */
export function backToBackRows(
  season: readonly OrderPlan[],
  masters: readonly Row[],
  people: readonly string[],
  day: Day,
): BackToBacks {
  const rows: BackToBacks = { rules: [], bases: [], credits: [], events: [] };
  for (const [at, percent, longest] of [
    [-400, 70, 120],
    [-120, 75, 180],
  ] as const) {
    const validFrom = addDays(day, at);
    rows.rules.push({
      ...versioned(new Random(12_000 + longest), validFrom),
      ...{ valid_from: validFrom, limit_percent: percent, max_usance_days: longest, source: SOURCE },
    });
  }
  season
    .filter((plan) => !plan.local && plan.progress > 0.3 && plan.index % 3 === 0)
    .forEach((plan) => onMaster(plan, masters[plan.index] ?? {}, people, rows));
  return rows;
}

function onMaster(plan: OrderPlan, master: Row, people: readonly string[], rows: BackToBacks): void {
  const value = Number(master['amount']);
  const random = new Random(12_500 + plan.index);
  const [freight, insurance, commission] = [0.02, 0.002, 0.03].map((part) => (value * part).toFixed(2));
  rows.bases.push({ letter_of_credit_id: master['id'], freight, insurance, commission });
  const mills = [plan.mill, ...MILLS.filter((mill) => mill !== plan.mill)].slice(0, 2);
  mills.forEach((mill, place) => {
    const share = place === 0 ? 0.45 : 0.15;
    const opens = addDays(String(master['issue_date']), 7 + place * 12);
    const past = (on: Day) => (on <= plan.today ? on : null);
    const openedOn = past(opens);
    const acceptedOn = past(addDays(opens, 35));
    const usance = { usanceDays: place === 0 ? 90 : 60, usanceFrom: 'acceptance' as const };
    const days: BackToBackDays = {
      ...{ ...usance, openedOn, acceptedOn, shippedOn: past(addDays(opens, 28)) },
      ...{ expectedOn: addDays(opens, 35), maturesOn: null, paidOn: null },
    };
    const due = maturityOf(days, BANK);
    const by = people[plan.merchandiserIndex] ?? '';
    const made = past(addDays(opens, -3)) ?? plan.today;
    const number = `BB-${String(rows.credits.length + 1).padStart(5, '0')}`;
    const row: Row = {
      ...versioned(random, made),
      ...{ letter_of_credit_id: master['id'], credit_number: number, mill_name: mill },
      amount: (value * share).toFixed(2),
      ...{ usance_days: usance.usanceDays, usance_from: usance.usanceFrom, opened_on: openedOn },
      ...{ expiry_date: addDays(opens, 75), shipped_on: days.shippedOn, expected_on: days.expectedOn },
      ...{ accepted_on: acceptedOn, paid_on: due && acceptedOn && due < plan.today ? due : null, due_on: due },
      ud_number: openedOn ? `UD-${opens.slice(0, 4)}-${410 + plan.index}` : null,
      created_by_id: by,
    };
    rows.credits.push(row);
    const after = { creditNumber: number, millName: mill, amount: row['amount'], usanceDays: usance.usanceDays };
    const said = { before: {}, after, lcNumber: master['lc_number'], currency: master['currency'] };
    const at = String(row['created_at']);
    rows.events.push(event(random, plan, at, 'back_to_back.recorded', 'back_to_back', row['id'], by, said));
  });
}

function versioned(random: Random, day: Day): Row {
  const at = `${day}T06:00:00.000Z`;
  return { id: random.id(new Date(at)), created_at: at, updated_at: at, row_version: 1 };
}
