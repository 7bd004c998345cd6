import { create } from 'zustand';
import { type OverrideDto, type ProductionEntryDto, recordProductionEntries } from '@/shared/api/generated';
import { newIdempotencyKey } from '@/shared/api/change';
import { toProblem } from '@/shared/api/errors';
import { useSession } from '@/shared/session';
import type { ProductionStage } from './vocabulary';

/** A number on this device that the server has not taken yet. */
export interface QueuedNumber {
  /** The server makes one entry of it, however often it is sent. */
  key: string;
  orderLineId: string;
  /** How people call the line: `PO-1182 · MT-2291 · White`. */
  lineName: string;
  stage: ProductionStage;
  entryDate: string;
  /** Another shift of the day is another number. */
  shift?: string;
  quantity: string;
  unit: ProductionEntryDto['unit'];
  /** It is entered although the day has output already. */
  another?: boolean;
  /** waiting: it is sent as soon as the server answers. asking: the day has output already. refused: it is as it is sent. */
  state: 'waiting' | 'asking' | 'refused';
  /** What the server said. */
  message?: string;
  /** The entry that stands in its place. */
  standingId?: string | null;
}

const storageKey = (actorId: string) => `provabook.output.${actorId}`;
const me = () => useSession.getState().actor?.id ?? null;

/** The numbers of whoever is signed in, and whether one is on its way. They outlive a reload: they lie in the browser's storage. */
export const useOutputQueue = create<{ numbers: readonly QueuedNumber[]; sending: string | null }>()(() => ({
  numbers: [],
  sending: null,
}));

/** Brings back what this person had not sent yet. */
export function openQueue(): void {
  const actorId = me();
  useOutputQueue.setState({ numbers: actorId ? storedOf(actorId) : [] });
}

function storedOf(actorId: string): readonly QueuedNumber[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(actorId)) ?? '[]');
    return Array.isArray(stored) ? (stored as QueuedNumber[]) : [];
  } catch {
    return []; // Storage is closed to us, or holds something else: the queue then lives as long as the page.
  }
}

function keep(numbers: readonly QueuedNumber[]): void {
  useOutputQueue.setState({ numbers });
  const actorId = me();
  if (!actorId) return;
  try {
    if (numbers.length) localStorage.setItem(storageKey(actorId), JSON.stringify(numbers));
    else localStorage.removeItem(storageKey(actorId));
  } catch {
    // As above.
  }
}

/** Puts a number into the queue, in place of one for the same line, stage, day and shift that was not taken yet. */
export function enqueue(number: Omit<QueuedNumber, 'key' | 'state'>): void {
  const others = useOutputQueue.getState().numbers.filter((each) => !isSamePlace(each, number));
  keep([...others, { ...number, key: newIdempotencyKey(), state: 'waiting' }]);
}

type Place = Pick<QueuedNumber, 'orderLineId' | 'stage' | 'entryDate' | 'shift'>;

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.orderLineId === other.orderLineId &&
  one.stage === other.stage &&
  one.entryDate === other.entryDate &&
  one.shift === other.shift;

export const drop = (key: string): void => keep(useOutputQueue.getState().numbers.filter((each) => each.key !== key));

function alter(key: string, change: Partial<QueuedNumber>): void {
  keep(useOutputQueue.getState().numbers.map((each) => (each.key === key ? { ...each, ...change } : each)));
}

/** Sends it once more, as another lot of its day. */
export const asAnother = (key: string): void => alter(key, { another: true, state: 'waiting', message: undefined });

/**
 * Sends one number. What the server refuses stays here with its words; without an answer it goes on waiting.
 * @throws what the request threw
 */
export async function sendNumber(number: QueuedNumber, override?: OverrideDto): Promise<void> {
  const { key, orderLineId, stage, entryDate, shift, quantity, unit, another } = number;
  useOutputQueue.setState({ sending: key });
  try {
    const more = { ...(shift ? { shift } : {}), ...(another ? { another } : {}) };
    const entry = { orderLineId, stage, entryDate, quantity, unit, deviceKey: key, ...more };
    await recordProductionEntries({ body: { entries: [entry], override }, throwOnError: true });
    drop(key);
  } catch (error) {
    const { status, code, detail, errors, body } = toProblem(error);
    if (status >= 400 && status < 500 && status !== 401 && status !== 429) {
      const asking = code === 'production_entry.already_entered';
      const [standing] = (asking ? body.standing : []) as { entryId: string | null }[];
      alter(key, {
        state: asking ? 'asking' : 'refused',
        message: Object.values(errors).flat()[0] ?? detail,
        standingId: standing?.entryId ?? null,
      });
    }
    throw error;
  } finally {
    useOutputQueue.setState({ sending: null });
  }
}

let isSending = false;

/** Sends what waits, one by one, until the server does not answer. @param onSent after each that was taken */
export async function sendWaiting(onSent: () => void): Promise<void> {
  if (isSending) return;
  isSending = true;
  try {
    for (;;) {
      const next = useOutputQueue.getState().numbers.find(({ state }) => state === 'waiting');
      if (!next) return;
      try {
        await sendNumber(next);
        onSent();
      } catch {
        // Refused ones stay with their words; where nobody answered, the rest waits as well.
        if (useOutputQueue.getState().numbers.some(({ key, state }) => key === next.key && state === 'waiting')) return;
      }
    }
  } finally {
    isSending = false;
  }
}
