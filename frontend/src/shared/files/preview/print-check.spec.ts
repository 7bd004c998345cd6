import { checkPrint } from './print-check';

describe('the check of an artwork for print', () => {
  const artwork = { width: 7559, height: 3780 };

  it('says how fine a repeat is at its width, and how high', () => {
    // 64 cm are 25.2 in: 7,559 / 25.197 = 300.0 pixels an inch.
    expect(checkPrint(artwork, 63.9, null)).toMatchObject({ dpi: 300, heightCm: 32, verdict: 'sharp', across: null });
    expect(checkPrint(artwork, 64.1, null)).toMatchObject({ dpi: 299, verdict: 'soft' });
    expect(checkPrint(artwork, 127.9, null)).toMatchObject({ dpi: 150, verdict: 'soft' });
    expect(checkPrint(artwork, 130, null)).toMatchObject({ dpi: 147, verdict: 'coarse' });
  });

  it('counts whole repeats across the fabric', () => {
    expect(checkPrint(artwork, 64, 150).across).toEqual({ repeats: 2, restCm: 22 });
    expect(checkPrint(artwork, 50, 150).across).toEqual({ repeats: 3, restCm: 0 });
    expect(checkPrint(artwork, 0.1, 0.3).across).toEqual({ repeats: 3, restCm: 0 });
    expect(checkPrint(artwork, 160, 150).across).toEqual({ repeats: 0, restCm: 150 });
  });

  it('says up to which width it stays sharp', () => {
    const { sharpUpToCm } = checkPrint(artwork, 100, null);
    expect(sharpUpToCm).toBe(63.9);
    expect(checkPrint(artwork, sharpUpToCm, null).verdict).toBe('sharp');
  });
});
