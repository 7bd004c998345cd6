/** Pixels an inch of cloth: from here on fine lines stay clean; below the second, pixels are seen. Our rule, not a standard's. */
const sharpFrom = 300;
const coarseBelow = 150;
const cmOfInch = 2.54;

export interface PrintCheck {
  dpi: number;
  /** Of one repeat, at that width. */
  heightCm: number;
  /** Whole repeats across the fabric, and the centimetres that are left; null where its width is not told. */
  across: { repeats: number; restCm: number } | null;
  verdict: 'sharp' | 'soft' | 'coarse';
  /** The widest that it is sharp at. */
  sharpUpToCm: number;
}

/**
 * What comes of a picture as one repeat of a print. @param repeatCm above 0 @param fabricCm the width that is printed, above 0
 */
export function checkPrint(
  pixels: { width: number; height: number },
  repeatCm: number,
  fabricCm: number | null,
): PrintCheck {
  const dpi = (pixels.width / repeatCm) * cmOfInch;
  const repeats = fabricCm === null ? 0 : Math.floor(fabricCm / repeatCm + 1e-9);
  return {
    dpi: Math.floor(dpi),
    heightCm: oneDecimal((repeatCm * pixels.height) / pixels.width),
    across: fabricCm === null ? null : { repeats, restCm: oneDecimal(Math.abs(fabricCm - repeats * repeatCm)) },
    verdict: dpi >= sharpFrom ? 'sharp' : dpi >= coarseBelow ? 'soft' : 'coarse',
    sharpUpToCm: Math.floor((pixels.width / sharpFrom) * cmOfInch * 10) / 10,
  };
}

const oneDecimal = (value: number) => Math.round(value * 10) / 10;
