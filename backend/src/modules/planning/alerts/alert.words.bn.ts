import { daysBetween, type Day } from '../../../platform/values/day';
import { dayInBangla as dayOf, numberInBangla as number, quantityInBangla } from '../../../platform/values/words.bn';
import type { StepHolder } from '../calendar/calendar.vocabulary';
import type { AlertSubject, AlertWords } from './alert.words';

/** Whose turn it is, as it stands in a sentence: `মিলের কাছে`. */
const WITH: Readonly<Record<StepHolder, string>> = {
  us: 'আমাদের কাছে',
  mill: 'মিলের কাছে',
  buyer: 'ক্রেতার কাছে',
  lab: 'ল্যাবের কাছে',
  bank: 'ব্যাংকের কাছে',
};

const HOLDERS: Readonly<Record<StepHolder, string>> = {
  us: 'আমরা',
  mill: 'মিল',
  buyer: 'ক্রেতা',
  lab: 'ল্যাব',
  bank: 'ব্যাংক',
};

/**
 * The same as `alertWords`, in Bangla. Names that the house gave, of gates, steps and tasks, stay as they were written.
 * @param day the house's today
 */
export function alertWordsInBangla(alert: AlertSubject, day: Day): AlertWords {
  const { rule, facts, orderNumber } = alert;
  const on = facts.on ? dayOf(facts.on) : '';
  const left = facts.on ? daysBetween(day, facts.on) : 0;
  const thing = goods(alert);
  const lc = (facts.number ?? '').replace(/^(?!lc)/i, 'LC ');
  switch (rule) {
    case 'plan_late':
      return planLate(alert);
    case 'etd_near':
      return { title: `${thing} ${on} তারিখে ছাড়ার কথা।`, why: `ETD ${inDays(left)}; ছাড়ার কোনো তথ্য এখনো লেখা হয়নি।` };
    case 'etd_overdue':
      return {
        title: `${thing} ${on} তারিখে ছাড়ার কথা ছিল।`,
        why: `তারিখটি ছিল ${ago(-left)}; ছাড়ার কোনো তথ্য লেখা হয়নি। শিপমেন্ট লিখুন, অথবা নতুন ETD ঠিক করুন।`,
      };
    case 'eta_near':
      return {
        title: `${thing} ${on} তারিখে পৌঁছানোর কথা।`,
        why: `ETA ${inDays(left)}; পৌঁছানোর কোনো তথ্য এখনো লেখা হয়নি।`,
      };
    case 'eta_overdue':
      return {
        title: `${thing} ${on} তারিখে পৌঁছানোর কথা ছিল।`,
        why: `তারিখটি ছিল ${ago(-left)}; পৌঁছানোর কোনো তথ্য লেখা হয়নি। পৌঁছানো লিখুন, অথবা ক্যারিয়ারকে জিজ্ঞাসা করুন।`,
      };
    case 'approval_stuck':
      return approvalStuck(alert, day);
    case 'lc_expiry_near':
      return {
        title: `${orderNumber}-এর ${lc}-এর মেয়াদ ${on} তারিখে শেষ ${left < 0 ? 'হয়েছে' : 'হবে'}।`,
        why:
          left < 0
            ? `তারিখটি ছিল ${ago(-left)}; অর্ডারটি এখনো খোলা। LC সংশোধন করান, অথবা এর বদলে যেটি এসেছে তা লিখুন।`
            : `তারিখটি ${inDays(left)}; তার মধ্যে কাগজপত্র ব্যাংকে থাকতে হবে।`,
      };
    case 'lc_latest_shipment_near':
      return {
        title: `${orderNumber}-এর ${lc} অনুযায়ী মাল ছাড়ার শেষ তারিখ ${on}।`,
        why: `তারিখটি ${left < 0 ? `ছিল ${ago(-left)}` : inDays(left)}; অর্ডারটির কোনো শিপমেন্ট ছাড়েনি। এরপর ব্যাংক টাকা দিতে বাধ্য নয়: মাল ছাড়ুন, অথবা LC সংশোধন করান।`,
      };
    case 'no_production_entry':
      return {
        title: `${on} তারিখের পর ${thing}-এর কোনো উৎপাদন লেখা হয়নি।`,
        why: `${facts.entered ? 'শেষ সংখ্যাটি সেদিনের' : 'নিটিং সেদিন শুরু হয়েছে'} (${ago(-left)}); পরিকল্পনা অনুযায়ী উৎপাদন এখনো চলছে। উৎপাদন লিখুন, অথবা মিলকে জিজ্ঞাসা করুন।`,
      };
    case 'loss_over_plan':
      return {
        title: `${thing}: প্রসেস লস ${number(facts.lost ?? '0')} %; পরিকল্পনায় ছিল ${number(facts.planned ?? '0')} %।`,
        why: `নিটিং হয়েছে ${kilograms(facts.knitted)}, ফিনিশড ${kilograms(facts.finished)}; লস হিসাব হয় ফিনিশড পরিমাণের ওপর।`,
      };
    case 'task_overdue':
      return {
        title: `${orderNumber}-এর একটি কাজের সময় পেরিয়েছে: “${facts.title?.replace(/[.\s]+$/, '') ?? ''}”।`,
        why: `শেষ করার কথা ছিল ${on} তারিখে, ${ago(-left)}।`,
      };
  }
}

function planLate({ facts, orderNumber, lineLabel }: AlertSubject): AlertWords {
  const { slackDays = 0, etd, forecastOn, chain = [], cause } = facts;
  const links = chain.map(({ label, holder, on }) => `${label} (${HOLDERS[holder]}, ${dayOf(on)})`);
  const shown =
    links.length > 5 ? [...links.slice(0, 3), `আরও ${number(links.length - 4)}টি ধাপ`, ...links.slice(-1)] : links;
  return {
    title: `${orderNumber}: ${lineLabel ?? 'একটি লাইন'} দেরি হবে ${number(-slackDays)} কর্মদিবস।`,
    why: [
      forecastOn && etd ? `এখনকার হিসাবে ছাড়বে ${dayOf(forecastOn)}; ETD ${dayOf(etd)}।` : '',
      cause
        ? `${cause.label} (${HOLDERS[cause.holder]}) ${number(cause.workingDays)} কর্মদিবস দেরিতে হয়েছে: হওয়ার কথা ছিল ${dayOf(cause.dueOn)}, হয়েছে ${dayOf(cause.actualOn)}।`
        : '',
      shown.length ? `যা ঠিক করে দিচ্ছে: ${shown.join(' → ')}।` : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

function approvalStuck({ facts, orderNumber, lineLabel }: AlertSubject, day: Day): AlertWords {
  const { gate = 'একটি অনুমোদন', holder = 'us', heldSince, on, lines = 1 } = facts;
  const of = lines > 1 ? `${number(lines)}টি লাইন` : lineLabel;
  const held = heldSince ? ` ${number(daysBetween(heldSince, day))} দিন ধরে` : '';
  return {
    title: `${[orderNumber, of, gate].filter(Boolean).join(' · ')}:${held} ${WITH[holder]} আছে।`,
    why: on
      ? `${holder === 'us' ? 'পাঠানোর' : 'ফেরত আসার'} কথা ছিল ${dayOf(on)}-এর মধ্যে, ${ago(daysBetween(on, day))}।`
      : '',
  };
}

/** `PO-1182-এর White`, `PO-1182-এর ৩টি লাইন`, `PO-1182` */
function goods({ facts, orderNumber, lineLabel }: AlertSubject): string {
  if ((facts.lines ?? 0) > 1) return `${orderNumber}-এর ${number(facts.lines ?? 0)}টি লাইন`;
  return lineLabel ? `${orderNumber}-এর ${lineLabel}` : orderNumber;
}

const kilograms = (quantity = '0'): string => quantityInBangla(quantity, 'kg');

const inDays = (count: number): string => (count === 0 ? 'আজ' : count === 1 ? 'আগামীকাল' : `${number(count)} দিন পরে`);

const ago = (count: number): string => (count === 0 ? 'আজ' : count === 1 ? 'গতকাল' : `${number(count)} দিন আগে`);
