import Decimal from 'decimal.js';
import { quantityText } from '../../../platform/values/quantity';
import type { PackingTotals } from '../packing/packing';
import type { ContainerSize, ShipmentLoad, ShipmentMode } from '../shipment.vocabulary';

/** What the carrier charges for, and by which rule. */
export interface Chargeable {
  quantity: string;
  /** kg by air and by courier; revenue tons (t or m³) by sea. */
  unit: 'kg' | 'revenue_tons';
  basis: string;
}

type Load = Pick<PackingTotals, 'grossKg' | 'volumeCm3' | 'count' | 'unweighed' | 'unmeasured'>;

/** cm³ that weigh one kg: IATA's for air cargo, the stricter one of couriers. */
const DIVISORS = { air: 6000, courier: 5000 } as const;

/**
 * Chargeable weight: by air the greater of gross kg and cm³/6000, by courier cm³/5000; a share of a container (LCL)
 * the greater of tonnes and m³. Unrounded but for three decimals: each carrier rounds up in its own way.
 * @returns null where a container is paid for as a whole, by road, and where nothing was weighed or measured
 */
export function chargeable(mode: ShipmentMode | null, load: ShipmentLoad | null, totals: Load): Chargeable | null {
  if (totals.unweighed === totals.count && totals.unmeasured === totals.count) return null;
  if (mode === 'air' || mode === 'courier') {
    const divisor = DIVISORS[mode];
    const byVolume = totals.volumeCm3.div(divisor);
    const volumeCounts = byVolume.gt(totals.grossKg);
    return {
      quantity: rounded(volumeCounts ? byVolume : totals.grossKg),
      unit: 'kg',
      basis: `${volumeCounts ? `Volume: ${rounded(totals.volumeCm3)} cm³ ÷ ${divisor}, more than ${rounded(totals.grossKg)} kg gross` : `Gross weight, more than the volume: ${rounded(totals.volumeCm3)} cm³ ÷ ${divisor} = ${rounded(byVolume)} kg`}${missing(totals)}.`,
    };
  }
  if (mode !== 'sea' || load !== 'lcl') return null;
  const tonnes = totals.grossKg.div(1000);
  const metres = totals.volumeCm3.div(1_000_000);
  const volumeCounts = metres.gt(tonnes);
  return {
    quantity: rounded(volumeCounts ? metres : tonnes),
    unit: 'revenue_tons',
    basis: `${volumeCounts ? `Volume: ${rounded(metres)} m³, more than ${rounded(tonnes)} t gross` : `Weight: ${rounded(tonnes)} t gross, more than ${rounded(metres)} m³`}${missing(totals)}.`,
  };
}

/** Inner volume in m³, what is planned with of it, and payload in tonnes: the plate of the box, and the law of the road, may allow less. */
export const CONTAINER_ROOM: Record<ContainerSize, { volume: number; planned: string | null; payload: number | null }> =
  {
    '20': { volume: 33, planned: '26–28', payload: 28.2 },
    '40': { volume: 67, planned: '56–58', payload: 26.7 },
    '40HC': { volume: 76, planned: '64–66', payload: 26.5 },
    '45HC': { volume: 86, planned: null, payload: null },
  };

export interface ContainerFill {
  volumePercent: string;
  /** Null where a payload is not known. */
  weightPercent: string | null;
  basis: string;
}

/** How full the containers of a shipment are, taken together. @returns null without containers, or with nothing measured */
export function containerFill(sizes: readonly ContainerSize[], totals: Load): ContainerFill | null {
  if (!sizes.length || totals.unmeasured === totals.count) return null;
  const rooms = sizes.map((size) => CONTAINER_ROOM[size]);
  const volume = rooms.reduce((sum, room) => sum.plus(room.volume), new Decimal(0));
  const payload = rooms.reduce<Decimal | null>(
    (sum, room) => (room.payload ? (sum?.plus(room.payload) ?? null) : null),
    new Decimal(0),
  );
  const metres = totals.volumeCm3.div(1_000_000);
  const tonnes = totals.grossKg.div(1000);
  const names = [...new Set(sizes)].map((size) => {
    const { volume: inner, planned, payload: most } = CONTAINER_ROOM[size];
    const told = [`inner ${inner} m³`, planned && `planned with ${planned} m³`, most && `payload about ${most} t`];
    return `${sizes.filter((each) => each === size).length} × ${sizeWords(size)} (${told.filter(Boolean).join(', ')})`;
  });
  return {
    volumePercent: percent(metres, volume),
    weightPercent: payload && percent(tonnes, payload),
    basis: `${rounded(metres)} m³ and ${rounded(tonnes)} t gross in ${names.join(', ')}${missing(totals)}.`,
  };
}

export const sizeWords = (size: ContainerSize): string => size.replace(/^(\d\d)/, '$1′');

const rounded = (value: Decimal): string => quantityText(value.toDecimalPlaces(3, Decimal.ROUND_HALF_UP));
const percent = (part: Decimal, whole: Decimal): string => part.div(whole).times(100).toFixed(1);

/** What the sum leaves out. */
function missing({ count, unweighed, unmeasured }: Load): string {
  const told = [
    unweighed ? `${unweighed} of ${count} packages are not weighed` : null,
    unmeasured ? `${unmeasured} of ${count} are not measured` : null,
  ].filter(Boolean);
  return told.length ? `; ${told.join(', ')}` : '';
}
