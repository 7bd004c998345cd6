/** A fabric as the sheet writes it, and its parts as the order keeps them. */
export interface Fabric {
  /** The whole cell. */
  text: string;
  /** `60% Cotton 40% Polyester` */
  composition: string | null;
  /** `S/J`, `Fleece` */
  fabricType: string | null;
  /** Grams per square metre, a decimal string; null also for a range. */
  gsm: string | null;
  /** What a person should look at, as sentences. */
  warnings: string[];
}

const FIBRES =
  'cotton|ctn|polyester|poly|polyamide|viscose|modal|elastane|spandex|lycra|nylon|wool|linen|acrylic|rayon|tencel|lyocell|bamboo|hemp|silk|cashmere|mohair';
const QUALITIES = 'organic|recycled|bci|combed|carded|compact|ring[ -]?spun|slub|supima|pima|bleached';
const FIBRE = `(?:(?:${QUALITIES})\\s+){0,3}(?:${FIBRES})\\b`;
const SHARE = String.raw`\d{1,3}(?:\.\d{1,2})?\s?%`;
/** `100% Cotton`, `60% Cotton 40% Polyester`, also with a fibre not listed; `95/5 Cotton/Elastane`; `CVC`. */
const COMPOSITION = new RegExp(
  [
    String.raw`${SHARE}\s?(?:${FIBRE}|[a-z]{2,20})(?:[\s,+&/-]{1,3}${SHARE}\s?(?:${FIBRE}|[a-z]{2,20})){0,5}`,
    String.raw`\d{2}\s?/\s?\d{1,2}\s+${FIBRE}\s?/\s?${FIBRE}`,
    FIBRE,
    String.raw`\b(?:cvc|t/?c|p/?c)\b(?!\w)`,
  ].join('|'),
  'i',
);
const WEIGHT = /(\d{2,4}(?:\.\d{1,2})?)(?:\s?[-–/]\s?(\d{2,4}))?\s?(?:gsm|g\/m2|g\/m²|gm2)\b/i;

/** `100% Cotton S/J 160 GSM` → composition `100% Cotton`, fabric type `S/J`, gsm `160`. Never throws. */
export function readFabric(written: string): Fabric {
  const text = written.replace(/\s+/g, ' ').trim();
  const head = text.slice(0, 255);
  const weight = WEIGHT.exec(head);
  const withoutWeight = weight ? head.replace(weight[0], ' ') : head;
  const composition = COMPOSITION.exec(withoutWeight)?.[0].trim() ?? null;
  const rest = composition === null ? withoutWeight : withoutWeight.replace(composition, ' ');
  const fabricType = rest
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:+&@-]+|[\s,;:+&@-]+$/g, '')
    .trim();
  const warnings: string[] = [];
  if (weight?.[2] !== undefined) warnings.push(`The weight is a range (${weight[0].trim()}); enter the one agreed.`);
  const shares = [...(composition ?? '').matchAll(/(\d{1,3}(?:\.\d{1,2})?)\s?%/g)].map((share) => Number(share[1]));
  const sum = shares.reduce((total, share) => total + share, 0);
  if (shares.length > 0 && Math.abs(sum - 100) > 0.01) warnings.push(`The composition adds up to ${sum} %, not 100 %.`);
  return {
    text,
    composition,
    fabricType: fabricType === '' ? null : fabricType,
    gsm: weight === null || weight[2] !== undefined ? null : (weight[1] ?? null),
    warnings,
  };
}
