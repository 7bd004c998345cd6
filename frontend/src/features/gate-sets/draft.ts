import type { CreateGateSetDto, GateDaysDto, GateSetDto } from '@/shared/api/generated';
import { gateName, knownGates } from '@/shared/gates/vocabulary';

/** A gate as the form holds it: everything is text there. */
export interface DraftGate {
  /** One of the nine; empty for one of the house's own, which has a name. */
  key: string;
  name: string;
  days: Record<keyof GateDaysDto, string>;
}

export interface Draft {
  name: string;
  words: string;
  position: string;
  isDefault: boolean;
  gates: DraftGate[];
}

/** Whose days are counted, and as the columns call them. */
export const dayColumns = [
  { key: 'send', label: 'To send' },
  { key: 'us', label: 'Us' },
  { key: 'mill', label: 'Mill' },
  { key: 'buyer', label: 'Buyer' },
  { key: 'lab', label: 'Lab' },
] as const satisfies { key: keyof GateDaysDto; label: string }[];

const usualDays = { send: '14', us: '3', mill: '7', buyer: '5', lab: '5' };

/** The next of the nine that the set has not; after them one of the house's own. */
export function newGate(gates: readonly DraftGate[]): DraftGate {
  const key = knownGates.find((known) => !gates.some((gate) => gate.key === known)) ?? '';
  return { key, name: '', days: usualDays };
}

export function draftOf(set: GateSetDto | undefined): Draft {
  if (!set) return { name: '', words: '', position: '', isDefault: false, gates: [newGate([])] };
  return {
    name: set.name,
    words: set.words.join(', '),
    position: String(set.position),
    isDefault: set.isDefault,
    gates: set.gates.map(({ key, name, days }) => {
      const own = key.startsWith('custom_');
      const text = Object.fromEntries(dayColumns.map((column) => [column.key, String(days[column.key] ?? '')]));
      return { key: own ? '' : key, name: own ? name : '', days: text as DraftGate['days'] };
    }),
  };
}

/** As the API wants it. Days left empty are counted by nobody. */
export function sentOf({ name, words, position, isDefault, gates }: Draft): CreateGateSetDto {
  return {
    name: name.trim(),
    words: [...new Set(words.split(',').map((word) => word.trim().toLowerCase()))].filter(Boolean),
    ...(position.trim() ? { position: Number(position) } : {}),
    isDefault,
    gates: gates.map((gate) => ({
      ...(gate.key ? { key: gate.key } : { name: gate.name.trim() }),
      days: Object.fromEntries(
        dayColumns.map(({ key }) => [key, gate.days[key].trim() ? Number(gate.days[key]) : null]),
      ) as unknown as GateDaysDto,
    })),
  };
}

export const draftGateName = ({ key, name }: DraftGate): string => (key ? gateName(key) : name.trim() || 'this gate');
