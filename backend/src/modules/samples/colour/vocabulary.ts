/** The lights that buyers ask for: daylight, the tubes of European shops, and a lamp of the home. */
export const ILLUMINANTS = ['D65', 'TL84', 'A'] as const;
export type Illuminant = (typeof ILLUMINANTS)[number];

/** Degrees of the field of view: CIE 1964 (10) for swatches, CIE 1931 (2) in older reports. */
export const OBSERVERS = ['10', '2'] as const;
export type Observer = (typeof OBSERVERS)[number];

export const TOLERANCE_FORMULAS = ['cmc', 'ciede2000'] as const;
export type ToleranceFormula = (typeof TOLERANCE_FORMULAS)[number];
