import type {
  GateDto,
  LineDeliveryDto,
  LineDto,
  ListedLineDto,
  OrderDto,
  OrderListItemDto,
  OrderStyleDto,
} from '@/shared/api/generated';

const written = { createdAt: '2026-11-01T04:00:00Z', updatedAt: '2026-11-01T04:00:00Z', rowVersion: 1 };

/** What came of a line: nothing yet, unless told. */
export function nothingCame(given: Partial<LineDeliveryDto> = {}): LineDeliveryDto {
  return {
    deliveries: 0,
    totalDeliveredQuantity: '0',
    conversions: [],
    beside: [],
    shortageExcessQuantity: '-44640',
    percent: '0.0',
    tolerance: { minusPercent: '5', plusPercent: '5', source: 'order', why: 'It is that of the order.' },
    least: '42408',
    most: '46872',
    verdict: 'nothing',
    sentence: 'Nothing came yet of 44,640 pcs.',
    actualDeliveryDate: null,
    daysOverdueAtDelivery: null,
    ...given,
  };
}

/** A line as the API answers; name only what the test is about. */
export function aLine(given: Partial<LineDto> = {}): LineDto {
  return {
    id: 'line-1',
    orderId: 'order-1',
    styleId: 'style-1',
    styleNumber: 'MT-2291',
    sequenceNumber: 1,
    label: 'MT-2291 · White',
    colorCode: 'WHT-01',
    colorName: 'White',
    cadCode: null,
    part: 1,
    cadName: null,
    quantity: '44640',
    unit: 'pieces',
    millName: null,
    millPrice: '2.1',
    provaPrice: '2.45',
    commission: null,
    currency: 'USD',
    etd: '2027-01-05',
    eta: null,
    submissionDate: null,
    approvalDate: null,
    approvalStatus: {},
    gates: [],
    status: 'upcoming',
    nextStatuses: ['in_development', 'running', 'archived'],
    notes: null,
    shortClosedOn: null,
    shortCloseReason: null,
    swatchReceivedDate: null,
    swatchSentDate: null,
    finishedFabricQuantity: null,
    finishedFabricUnit: null,
    processLossPercent: null,
    processLossBasis: null,
    mixedFabricType: null,
    mixedFabricPercent: null,
    yarnRequired: null,
    screens: null,
    sewingLine: null,
    deliveryTolerancePercent: null,
    delivery: nothingCame(),
    millOfferCount: 0,
    fileCount: 0,
    ...written,
    ...given,
  };
}

/** A gate of a line: the lab dip, with nothing recorded on it, unless told otherwise. */
export function aGate(given: Partial<GateDto> = {}): GateDto {
  return {
    id: `gate-${given.key ?? 'labDip'}`,
    key: 'labDip',
    name: 'Lab dip',
    status: null,
    nextStatuses: ['submission', 'resubmission', 'approved', 'rejected'],
    round: 0,
    holder: 'us',
    heldSince: '2026-11-10',
    allowedDays: 14,
    dueOn: '2026-11-24',
    condition: null,
    conditionOpen: false,
    rowVersion: 1,
    ...given,
  };
}

type GivenPlanned = LineDto & Partial<Pick<ListedLineDto, 'plan'>>;
const withPlan = (line: GivenPlanned): ListedLineDto => ({ plan: null, ...line });

type GivenStyle = Partial<Omit<OrderStyleDto, 'lines'>> & { lines?: GivenPlanned[] };

export function aStyle({ lines = [aLine()], ...given }: GivenStyle = {}): OrderStyleDto {
  return {
    id: 'style-1',
    orderId: 'order-1',
    sequenceNumber: 1,
    styleNumber: 'MT-2291',
    description: 'Mens tubular',
    fabricType: null,
    fabricSpecifications: null,
    fabricComposition: null,
    gsm: null,
    finishType: null,
    construction: null,
    cuttableWidth: null,
    finishingWidth: null,
    consumptionPerPiece: null,
    consumptionUnit: 'kg',
    rollQuantity: null,
    rollUnit: 'kg',
    etd: null,
    eta: null,
    submissionDate: null,
    notes: null,
    ...written,
    ...given,
    lines: lines.map(withPlan),
  };
}

const header = {
  id: 'order-1',
  uid: 'uid-1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  buyerName: 'ANABIA',
  season: 'SS27',
  fabricType: 'Single jersey',
  orderType: 'foreign',
  status: 'upcoming',
  category: 'upcoming',
  currentStage: 'Design',
  quantity: '44640',
  unit: 'pieces',
  quantities: [{ quantity: '44640', unit: 'pieces' }],
  totalValue: [{ amount: '109368.00', currency: 'USD' }],
  totalDeliveredQuantity: [],
  shortageExcessQuantity: [{ quantity: '-44640', unit: 'pieces' }],
  currency: 'USD',
  earliestEtd: '2027-01-05',
  orderDate: null,
  expectedDeliveryDate: null,
  actualDeliveryDate: null,
  approvalStatus: {},
  revisionCount: 0,
  merchandiser: { id: 'rina', fullName: 'Rina Akter' },
  ...written,
} satisfies Partial<OrderDto>;

interface GivenRow extends Partial<Omit<OrderListItemDto, 'lines'>> {
  /** Without a plan, unless told. */
  lines?: GivenPlanned[];
}

export function anOrderRow({ lines = [aLine()], ...given }: GivenRow = {}): OrderListItemDto {
  return { ...header, ...given, lines: lines.map(withPlan) };
}

export function anOrder(given: Partial<OrderDto> = {}): OrderDto {
  return {
    ...header,
    baseStyleNumber: null,
    styleNumber: null,
    cad: null,
    fabricSpecifications: null,
    fabricComposition: '100% cotton',
    gsm: '160',
    finishType: null,
    construction: null,
    millName: null,
    millPrice: null,
    provaPrice: null,
    etd: null,
    eta: null,
    finishedFabricQuantity: null,
    finishedFabricUnit: null,
    processLossPercent: null,
    processLossBasis: null,
    mixedFabricType: null,
    rollUp: [],
    mixedFabricPercent: null,
    deliveryTolerancePercent: '5',
    deliveredForWholeOrder: [],
    realizedValue: [],
    realizedProfit: [],
    notes: null,
    metadata: {},
    potentialProfit: [],
    nextStatuses: [],
    plannedLineCount: 0,
    createdBy: { id: 'rina', fullName: 'Rina Akter' },
    styles: [aStyle()],
    ...given,
  };
}

export function pageOf<Row>(...results: Row[]) {
  return { count: results.length, next: null, previous: null, results };
}

/** What the server answers when something refuses: problem+json. */
export function problem(status: number, more: Record<string, unknown> = {}) {
  return {
    status,
    body: { type: '', title: '', status, code: `test.${status}`, detail: '', requestId: 'r-1', ...more },
  };
}
