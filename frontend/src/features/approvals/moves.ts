import type { GateDto } from '@/shared/api/generated';
import type { GateHolder } from '@/shared/gates/vocabulary';
import type { ColumnKey } from './columns';

/** What it takes to bring a card into a column, or the rule that forbids it. */
export type Move =
  | { does: 'decide'; status: 'approved' | 'rejected' | 'submission' | 'resubmission' }
  | { does: 'handOver'; holder: GateHolder }
  | { does: 'nothing'; why: string };

type Card = Pick<GateDto, 'key' | 'status' | 'holder' | 'nextStatuses'>;

const no = (why: string): Move => ({ does: 'nothing', why });
const here = no('It is there.');
const untilSent = no('What was rejected stays under rework until its next round is sent.');
const openAgain = no('It is approved: open it again with another round, from its menu.');

/** Columns are people: a card moves by a decision where one is due, else it is handed over. */
export function moveTo(column: ColumnKey, gate: Card): Move {
  const { status, holder, nextStatuses } = gate;
  if (column === 'approved') return status === 'approved' ? here : decide('approved', nextStatuses);
  if (column === 'rework') {
    if (status !== 'rejected') return decide('rejected', nextStatuses);
    return holder === 'buyer' ? { does: 'handOver', holder: 'mill' } : here;
  }
  if (status === 'approved') return openAgain;
  const ours = { toSend: ['us'], atMill: ['mill', 'lab'], withBuyer: ['buyer'] }[column];
  if (status !== 'rejected' && holder && ours.includes(holder)) return here;
  // Its test report comes from a laboratory, all else is sent to the buyer.
  const judges: ColumnKey = gate.key === 'qualityTest' ? 'atMill' : 'withBuyer';
  if (column === judges && (status === null || status === 'rejected')) return send(nextStatuses);
  if (status === 'rejected') return untilSent;
  return { does: 'handOver', holder: ({ toSend: 'us', atMill: 'mill', withBuyer: 'buyer' } as const)[column] };
}

function decide(status: 'approved' | 'rejected', next: Card['nextStatuses']): Move {
  if (next.includes(status)) return { does: 'decide', status };
  return no(`It cannot be ${status} from where it stands.`);
}

function send(next: Card['nextStatuses']): Move {
  const status = next.includes('submission') ? 'submission' : 'resubmission';
  return next.includes(status) ? { does: 'decide', status } : no('No round can be sent from where it stands.');
}
