import { containerDigit, moduloSeven } from '../modules/shipments/numbers/check-digits';
import { addDays, type Day } from '../platform/values/day';
import { LETTERHEAD } from './proforma-lines';
import { Random } from './random';
import { linesOf, unitOf, type OrderPlan } from './season';
import type { Row } from './tables';

/** What a roll or a carton holds, weighs (gross is net and a twentieth more, a kilogram at least) and measures. */
const PACKED = {
  kg: { kind: 'roll', holds: 25, kilos: 1, cm: [180, 30, 30] },
  meters: { kind: 'roll', holds: 80, kilos: 0.28, cm: [165, 28, 28] },
  yards: { kind: 'roll', holds: 90, kilos: 0.26, cm: [165, 28, 28] },
  pieces: { kind: 'carton', holds: 60, kilos: 0.22, cm: [60, 40, 35] },
} as const;

const ABROAD = [
  ['DEHAM', 'Hamburg'],
  ['ITGOA', 'Genoa'],
  ['GBFXT', 'Felixstowe'],
] as const;

interface Cargo {
  shipments: Row[];
  lines: Row[];
  packages: Row[];
  contents: Row[];
  containers: Row[];
  papers: Row[];
  invoices: Row[];
  invoiceLines: Row[];
}

/** What the shipments of the demo house carry, with its packing, papers and, where it has left, its invoice. All of it ties. */
export function cargoRows(season: readonly OrderPlan[], shipments: readonly Row[], people: readonly string[]): Cargo {
  const cargo: Cargo = {
    ...{
      shipments: [],
      lines: [],
      packages: [],
      contents: [],
      containers: [],
      papers: [],
      invoices: [],
      invoiceLines: [],
    },
  };
  for (const [index, shipment] of shipments.entries()) {
    const plan = season.find(({ id }) => id === shipment['order_id']);
    if (!plan) continue;
    const parts = shipments.filter((each) => each['order_id'] === plan.id).length;
    load(cargo, { shipment, plan, parts, index, owner: people[plan.merchandiserIndex] ?? '' });
  }
  return cargo;
}

interface Loaded {
  shipment: Row;
  plan: OrderPlan;
  /** In how many shipments the order goes. */
  parts: number;
  index: number;
  owner: string;
}

function load(cargo: Cargo, { shipment, plan, parts, index, owner }: Loaded): void {
  const random = new Random(9_000 + index);
  const at = String(shipment['created_at']);
  const made = () => ({ id: random.id(new Date(at)), created_at: at });
  const shipmentId = shipment['id'];
  const [code, name] = ABROAD[index % ABROAD.length] ?? ABROAD[0];
  const bySea = !plan.local && index % 2 === 0;
  const travels = plan.local ? byRoad(index) : bySea ? ofSea(index) : ofAir(shipment, plan);
  cargo.shipments.push({
    ...shipment,
    ...travels,
    ...{ port_of_discharge_code: plan.local ? null : code, port_of_discharge_name: plan.local ? 'Gazipur' : name },
    ...{ incoterm: plan.local ? null : 'FCA', incoterm_place: plan.local ? null : 'Dhaka' },
    consignee: plan.buyer.buyer,
    planned_departure: addDays(shipment['shipping_date'] as Day, plan.index % 3 === 0 ? -2 : 0),
    planned_arrival: shipment['estimated_arrival'],
  });

  const box = bySea ? { ...made(), shipment_id: shipmentId, sequence_number: 0, size: '40HC' } : null;
  if (box) {
    const serial = `MSKU${String(400_000 + index * 7_919).slice(0, 6)}`;
    const sealed = { container_number: serial + containerDigit(serial), seal_number: `ML-BD${4_471_200 + index}` };
    cargo.containers.push({ ...box, ...sealed });
  }
  const numbers = { roll: 0, carton: 0 };
  const goes = linesOf(plan).map((line, place) => {
    const unit = unitOf(plan, line) as OrderPlan['unit'];
    const quantity = Math.floor(line.quantity / parts);
    const row = { ...made(), shipment_id: shipmentId, order_line_id: line.id, sequence_number: place, quantity, unit };
    cargo.lines.push(row);
    const { kind, holds, kilos, cm } = PACKED[unit];
    const full = Math.floor(quantity / holds);
    for (const [count, each] of [
      [full, holds],
      [1, quantity - full * holds],
    ] as const) {
      if (!count || !each) continue;
      const packed = { ...made(), shipment_id: shipmentId, sequence_number: cargo.packages.length, kind };
      const net = Number((each * kilos).toFixed(3));
      cargo.packages.push({
        ...packed,
        container_id: box?.id ?? null,
        ...{ first_number: numbers[kind] + 1, last_number: numbers[kind] + count },
        ...{ net_kg: net, gross_kg: Number((net + Math.max(1, net / 20)).toFixed(3)) },
        ...{ length_cm: cm[0], width_cm: cm[1], height_cm: cm[2] },
      });
      cargo.contents.push({ package_id: packed.id, shipment_line_id: row.id, quantity: each });
      numbers[kind] += count;
    }
    return { line, unit, quantity };
  });
  const left = shipment['status'] !== 'pending';
  const carried = { sea: 'bill_of_lading', air: 'air_waybill' }[String(travels.mode)];
  const kinds = [
    'commercial_invoice',
    'packing_list',
    'certificate_of_origin',
    plan.local ? 'other' : 'beneficiary_certificate',
    ...(carried ? [carried] : []),
  ];
  for (const [place, kind] of kinds.entries())
    cargo.papers.push({
      ...{ ...made(), updated_at: at, row_version: 1, shipment_id: shipmentId, kind, required: place < 3 },
      title: kind === 'other' ? 'Delivery challan' : null,
      state:
        shipment['status'] === 'delivered' ? 'sent' : left && place < 2 ? 'ready' : place === 1 ? 'drafted' : 'missing',
      owner_id: place < 2 || left ? owner : null,
      ...{ originals: place < 2 || place > 3 || kind === 'other' ? 3 : 1, copies: 2 },
    });
  if (!left) return;
  const invoice = { ...made(), updated_at: at, row_version: 1, shipment_id: shipmentId };
  const lines = goes.map(({ line, unit, quantity }, place) => ({
    ...{ id: random.id(new Date(at)), invoice_id: invoice.id, order_line_id: line.id, sequence_number: place },
    description: [
      `${plan.styles.find(({ lines: own }) => own.includes(line))?.number} · ${line.colour[1]}`,
      `${plan.fabric.type}, ${plan.fabric.composition}, ${plan.fabric.gsm} g/m²`,
    ].join('\n'),
    ...{ quantity, unit, unit_price: plan.price, price_from: 'order_line' },
    ...{ amount: Number((quantity * plan.price).toFixed(2)) },
  }));
  cargo.invoiceLines.push(...lines);
  cargo.invoices.push({
    ...invoice,
    ...LETTERHEAD,
    order_numbers: [plan.number],
    invoice_number: `CI-${String(cargo.invoices.length + 1).padStart(5, '0')}`,
    ...{ status: 'issued', issue_date: shipment['shipping_date'], currency: 'USD', buyer: plan.buyer.buyer },
    amount: lines.reduce((sum, { amount }) => sum + amount, 0).toFixed(2),
    ...{ incoterm: plan.local ? null : 'FCA', incoterm_place: plan.local ? null : 'Dhaka', created_by_id: owner },
  });
}

const NO_TRAVEL = { load: null, vessel_name: null, voyage_number: null, flight_number: null };

const byRoad = (index: number): Row => ({
  ...NO_TRAVEL,
  ...{ mode: 'road', carrier_name: 'Korotoa Transport', awb_number: `KT-${20_410 + index}` },
  ...{ port_of_loading_code: null, port_of_loading_name: 'Narayanganj' },
});

const ofSea = (index: number): Row => ({
  ...NO_TRAVEL,
  ...{ mode: 'sea', load: 'fcl', carrier_name: 'Maersk', awb_number: `MAEU${219_884_000 + index * 37}` },
  ...{ vessel_name: 'MAERSK XIAMEN', voyage_number: `${600 + index}W` },
  ...{ port_of_loading_code: 'BDCGP', port_of_loading_name: 'Chattogram' },
});

/** Tonnes do not go by courier: what one had is the airline's. */
function ofAir(shipment: Row, plan: OrderPlan): Row {
  const [carrier, number] = [String(shipment['carrier_name']), String(shipment['awb_number'])];
  const serial = number.slice(0, 7);
  return {
    ...NO_TRAVEL,
    ...(/DHL|FedEx/.test(carrier)
      ? { carrier_name: 'Biman Cargo', awb_number: `997-${serial}${moduloSeven(serial)}` }
      : { carrier_name: carrier, awb_number: number }),
    ...{ mode: 'air', flight_number: `BG${200 + (plan.index % 90)}` },
    ...{ port_of_loading_code: 'BDDAC', port_of_loading_name: 'Dhaka' },
  };
}
