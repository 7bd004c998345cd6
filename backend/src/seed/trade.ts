import { expressDigit, moduloSeven, parcelDigit } from '../modules/shipments/numbers/check-digits';

/** Names of the demo house: buyers and mills are invented, fabrics and processes are those of the trade. */
export const BUYERS = [
  { customer: 'ANABIA', buyer: 'ANABIA', season: 'SS27' },
  { customer: 'Forza Uomo', buyer: 'Forza Uomo Milano', season: 'SS27' },
  { customer: 'Nordhaus', buyer: 'Nordhaus Textil GmbH', season: 'SS27' },
  { customer: 'Petit Marin', buyer: 'Petit Marin Paris', season: 'SS27' },
  { customer: 'Harbour & Lane', buyer: 'Harbour & Lane Ltd', season: 'HS27' },
  { customer: 'Kestrel Outdoor', buyer: 'Kestrel Outdoor Inc.', season: 'AW27' },
  { customer: 'Lumen Basics', buyer: 'Lumen Basics B.V.', season: 'SS27' },
  { customer: 'Orla Kids', buyer: 'Orla Kids Dublin', season: 'SS27' },
  { customer: 'Saffron Row', buyer: 'Saffron Row London', season: 'HS27' },
  { customer: 'Tinder & Oak', buyer: 'Tinder & Oak', season: 'AW27' },
] as const;

export const MILLS = [
  'Square Textiles',
  'Meghna Knit Composite',
  'Padma Denim Mills',
  'Karnaphuli Weaving',
  'Jamuna Fabrics',
  'Surma Dyeing & Finishing',
] as const;

export interface Fabric {
  type: string;
  composition: string;
  gsm: string;
  construction: string;
  finish: string;
  width: string;
  /** Our price per unit, USD. */
  price: number;
  unit: 'yards' | 'meters' | 'kg';
}

export const FABRICS: readonly Fabric[] = [
  {
    type: 'Single jersey',
    composition: '100% cotton',
    gsm: '160',
    construction: '30/1 combed',
    finish: 'Enzyme, soft',
    width: '68 in',
    price: 5.35,
    unit: 'kg',
  },
  {
    type: 'Pique',
    composition: '100% cotton',
    gsm: '210',
    construction: '26/1 carded',
    finish: 'Bio-polish',
    width: '70 in',
    price: 5.8,
    unit: 'kg',
  },
  {
    type: 'French terry',
    composition: '80% cotton 20% polyester',
    gsm: '260',
    construction: '30/1 + 20/1',
    finish: 'Brushed',
    width: '72 in',
    price: 6.1,
    unit: 'kg',
  },
  {
    type: 'Rib 1×1',
    composition: '95% cotton 5% elastane',
    gsm: '220',
    construction: '30/1 + 40D',
    finish: 'Soft',
    width: '44 in tube',
    price: 6.9,
    unit: 'kg',
  },
  {
    type: 'Interlock',
    composition: '100% cotton',
    gsm: '200',
    construction: '40/1 combed',
    finish: 'Silicone',
    width: '66 in',
    price: 6.4,
    unit: 'kg',
  },
  {
    type: 'Poplin',
    composition: '97% cotton 3% elastane',
    gsm: '120',
    construction: '50×50/140×90',
    finish: 'Liquid ammonia',
    width: '57/58 in',
    price: 2.35,
    unit: 'yards',
  },
  {
    type: 'Twill 3/1',
    composition: '98% cotton 2% elastane',
    gsm: '250',
    construction: '16×12/108×56',
    finish: 'Peach',
    width: '57/58 in',
    price: 2.95,
    unit: 'yards',
  },
  {
    type: 'Oxford',
    composition: '100% cotton',
    gsm: '140',
    construction: '40/2×20/100×50',
    finish: 'Easy care',
    width: '57/58 in',
    price: 2.6,
    unit: 'yards',
  },
  {
    type: 'Linen blend',
    composition: '55% linen 45% cotton',
    gsm: '165',
    construction: '14×14/54×52',
    finish: 'Air-washed',
    width: '54/55 in',
    price: 4.2,
    unit: 'meters',
  },
  {
    type: 'Stretch denim',
    composition: '99% cotton 1% elastane',
    gsm: '340',
    construction: '7×7/70×42',
    finish: 'Mercerised',
    width: '61/62 in',
    price: 3.4,
    unit: 'yards',
  },
  {
    type: 'Viscose challis',
    composition: '100% viscose',
    gsm: '110',
    construction: '30×30/68×68',
    finish: 'Digital print',
    width: '56/57 in',
    price: 1.95,
    unit: 'yards',
  },
  {
    type: 'Corduroy 14 wale',
    composition: '100% cotton',
    gsm: '270',
    construction: '16×12/64×128',
    finish: 'Tumble',
    width: '56/57 in',
    price: 3.65,
    unit: 'yards',
  },
];

export const COLOURS = [
  ['WHT-01', 'Optic white'],
  ['BLK-09', 'Black'],
  ['NVY-14', 'Navy'],
  ['OLV-22', 'Olive'],
  ['SND-31', 'Sand'],
  ['RST-40', 'Rust'],
  ['SKY-47', 'Sky blue'],
  ['MEL-52', 'Grey melange'],
  ['FOR-58', 'Forest'],
  ['WIN-63', 'Wine'],
  ['MUS-70', 'Mustard'],
  ['BLU-77', 'Cobalt'],
] as const;

export const GARMENTS = [
  'Mens tubular tee',
  'Ladies polo',
  'Crew sweatshirt',
  'Kids legging',
  'Camp shirt',
  'Chino',
  'Overshirt',
  'Wrap dress',
  'Jogger',
  'Henley',
] as const;

export const BANKS = [
  'Eastern Trust Bank',
  'Delta Commercial Bank',
  'Bay of Bengal Bank',
  'Northbridge Bank Frankfurt',
  'Crédit Rhône',
] as const;

export const CARRIERS = [
  { name: 'DHL Express', number: (digits: string) => checked(digits.slice(0, 9), expressDigit) },
  { name: 'FedEx', number: (digits: string) => checked(digits.slice(0, 11), parcelDigit) },
  { name: 'Qatar Airways Cargo', number: (digits: string) => airWaybill('157', digits) },
  { name: 'Emirates SkyCargo', number: (digits: string) => airWaybill('176', digits) },
] as const;

const checked = (serial: string, digit: (serial: string) => string) => serial + digit(serial);

/** Airline prefix, seven digits, and the one that checks them. */
const airWaybill = (prefix: string, digits: string) => `${prefix}-${checked(digits.slice(0, 7), moduloSeven)}`;

export const REJECTIONS = [
  'Too red under D65, ΔE 1.9 CMC 2:1.',
  'Shade is one step too light; please follow the standard.',
  'Too green under TL84; it flares against the trim.',
  'Too dull: take it brighter by half a step.',
] as const;
