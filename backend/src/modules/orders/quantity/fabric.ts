import Decimal from 'decimal.js';
import { UNITS } from '../../../platform/values/quantity';
import { unitWord } from '../../../platform/values/words';
import { readWidth, type FabricWidth } from './width';

/** What a quantity may be asked for in: the stored units, and the area of the fabric. */
export const CONVERSION_UNITS = [...UNITS, 'square_meters'] as const;
export type ConversionUnit = (typeof CONVERSION_UNITS)[number];

/** What one piece may be said to take: a weight, a length, or the area of its marker. */
export const CONSUMPTION_UNITS = ['kg', 'g', 'lbs', 'meters', 'yards', 'square_meters'] as const;

/** What a roll may be said to hold. */
export const ROLL_UNITS = ['kg', 'g', 'lbs', 'meters', 'yards'] as const;

/** What is known of a fabric that its quantities convert by. All of it stands on the style of the line. */
export interface FabricFacts {
  /** g/m² */
  gsm: string | null;
  /** The full width as it is written: what a length weighs goes by it. */
  finishingWidth: string | null;
  /** What can be cut, as it is written: what a piece takes goes by it. */
  cuttableWidth: string | null;
  /** Fabric that one piece takes, in `consumptionUnit`. */
  consumptionPerPiece: string | null;
  consumptionUnit: string;
  /** Fabric on one roll, in `rollUnit`. */
  rollQuantity: string | null;
  rollUnit: string;
}

export const FABRIC_FIELDS = ['gsm', 'finishingWidth', 'cuttableWidth', 'consumptionPerPiece', 'rollQuantity'] as const;
export type FabricField = (typeof FABRIC_FIELDS)[number];

/** What has to be written on the style before a quantity converts. */
export interface Missing {
  field: FabricField;
  sentence: string;
}

/** What one step of a formula multiplies or divides by. */
export const FACTOR_KINDS = ['unit', 'gsm', 'full_width', 'cuttable_width', 'consumption', 'roll'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** A figure of the fabric, with the unit that it is counted in. */
export interface Figure {
  value: string;
  /** As people write it: `m`, `g/m²`, `kg/pc`. */
  unit: string;
  kind: FactorKind;
  /** Where it comes from: `finishing width 60 in`. */
  source: string;
}

/** What one piece or one roll holds: so much of `per`. */
export type Share = Figure & { per: ConversionUnit };

/** The figures of one fabric, each as a formula takes it, or what is missing for it. */
export class Fabric {
  constructor(private readonly facts: FabricFacts) {}

  get gsm(): Figure | Missing {
    const { gsm } = this.facts;
    if (!gsm) return { field: 'gsm', sentence: 'Fill in the GSM of the style.' };
    return { value: new Decimal(gsm).toFixed(), unit: 'g/m²', kind: 'gsm', source: 'GSM of the style' };
  }

  get fullWidth(): Figure | Missing {
    return this.width('finishingWidth', 'full_width', 'finishing width', ({ wide }) => wide);
  }

  get cuttableWidth(): Figure | Missing {
    return this.width('cuttableWidth', 'cuttable_width', 'cuttable width', ({ narrow }) => narrow);
  }

  get consumption(): Share | Missing {
    const { consumptionPerPiece: value, consumptionUnit: per } = this.facts;
    if (value) return share('consumption', value, per, 'pc', 'consumption of the style');
    return { field: 'consumptionPerPiece', sentence: 'Fill in how much of this fabric one piece takes.' };
  }

  get roll(): Share | Missing {
    const { rollQuantity: value, rollUnit: per } = this.facts;
    if (value) return share('roll', value, per, 'roll', 'roll of the style');
    return { field: 'rollQuantity', sentence: 'Fill in how much fabric is on one roll.' };
  }

  private width(
    field: 'finishingWidth' | 'cuttableWidth',
    kind: FactorKind,
    name: string,
    of: (width: FabricWidth) => Decimal,
  ): Figure | Missing {
    const text = this.facts[field]?.trim();
    if (!text) return { field, sentence: `Fill in the ${name} of the style with its unit, such as 60 in or 150 cm.` };
    const width = readWidth(text);
    if (!width)
      return { field, sentence: `“${text}” cannot be read as a ${name}: write it with its unit, 60 in or 150 cm.` };
    const opened = width.isTube ? ', opened' : '';
    return { value: of(width).toFixed(), unit: 'm', kind, source: `${name} ${text}${opened}` };
  }
}

function share(kind: FactorKind, value: string, per: string, of: string, source: string): Share {
  const text = new Decimal(value).toFixed();
  return { kind, value: text, unit: `${unitWord(per)}/${of}`, source, per: per as ConversionUnit };
}
