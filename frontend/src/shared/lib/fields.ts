import { formatDay, sentenceCase } from './format';

/** Where the code's own words are not the trade's. The rest reads well as it is: `millPrice` is "Mill price". */
const names: Record<string, string> = {
  provaPrice: 'Our price',
  etd: 'ETD',
  eta: 'ETA',
  gsm: 'GSM',
  cad: 'CAD',
  cadCode: 'CAD code',
  cadName: 'CAD',
  colorName: 'Colour',
  colorCode: 'Colour code',
  orderNumber: 'PO number',
  customerName: 'Customer',
  buyerName: 'Buyer',
  fabricType: 'Fabric',
  fabricComposition: 'Composition',
  fabricSpecifications: 'Specifications',
  orderType: 'Type',
  currentStage: 'Stage',
  actualDeliveryDate: 'Delivered on',
  expectedDeliveryDate: 'Expected delivery',
  finishedFabricQuantity: 'Finished fabric needed',
  processLossPercent: 'Process loss',
  processLossBasis: 'Process loss is on',
  mixedFabricType: 'Mixed with',
  mixedFabricPercent: 'Share of it',
  millName: 'Mill',
  finishType: 'Finish',
  merchandiserId: 'Merchandiser',
  labDip: 'Lab dip',
  strikeOff: 'Strike-off',
  aop: 'AOP',
  ppSample: 'PP sample',
  awbNumber: 'AWB number',
  piNumber: 'PI number',
  lcNumber: 'LC number',
};

/** A field of the API as people call it. */
export function fieldName(field: string): string {
  return names[field] ?? sentenceCase(field.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase());
}

/** A value of the API as people read it; null for nothing. */
export function fieldValue(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  return /^[a-z]+(_[a-z]+)+$/.test(value) ? sentenceCase(value) : value;
}
