import { differenceAb, differenceCiede2000Of, differenceCmcOf, screenColourOf, shiftOf, type Lab } from './difference';

type Point = [l: number, a: number, b: number];
const lab = ([l, a, b]: Point): Lab => ({ l, a, b });

/** Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", 2005, table 1: all 34 pairs. */
const SHARMA: [Point, Point, number][] = [
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615],
  [[50, 2.8361, -74.02], [50, 0, -82.7485], 3.4412],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
  [[50, -1.1848, -84.8006], [50, 0, -82.7485], 1],
  [[50, -0.9009, -85.5211], [50, 0, -82.7485], 1],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, -1, 2], [50, 0, 0], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.001], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, 2.49, -0.001], [50, -2.49, 0.0012], 7.2195],
  [[50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045],
  [[50, -0.001, 2.49], [50, 0.001, -2.49], 4.8045],
  [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
  [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [61, -5, 29], 22.8977],
  [[50, 2.5, 0], [56, -27, -3], 31.903],
  [[50, 2.5, 0], [58, 24, 15], 19.4535],
  [[50, 2.5, 0], [50, 3.1736, 0.5854], 1],
  [[50, 2.5, 0], [50, 3.2972, 0], 1],
  [[50, 2.5, 0], [50, 1.8634, 0.5757], 1],
  [[50, 2.5, 0], [50, 3.2592, 0.335], 1],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[63.0109, -31.0961, -5.8663], [62.8187, -29.7946, -4.0864], 1.263],
  [[61.2901, 3.7196, -5.3901], [61.4292, 2.248, -4.962], 1.8731],
  [[35.0831, -44.1164, 3.7933], [35.0232, -40.0716, 1.5901], 1.8645],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[36.4612, 47.858, 18.3852], [36.2715, 50.5065, 21.2231], 1.4146],
  [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
  [[90.9257, -0.5406, -0.9208], [88.6381, -0.8985, -0.7239], 1.5381],
  [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
];

const blue = lab([50, 2.6772, -79.7751]);
const otherBlue = lab([50, 0, -82.7485]);
const green = lab([60.2574, -34.0099, 36.2677]);
const otherGreen = lab([60.4626, -34.1751, 39.4387]);

describe('CIEDE2000', () => {
  it.each(SHARMA)('%j and %j are %d apart, either way round', (one, other, apart) => {
    expect(differenceCiede2000Of(lab(one), lab(other))).toBeCloseTo(apart, 4);
    expect(differenceCiede2000Of(lab(other), lab(one))).toBeCloseTo(apart, 4);
  });

  it('tells the pair of the paper from the copy that misprints it', () => {
    expect(differenceCiede2000Of(blue, lab([50, 0, -82.7465]))).toBeCloseTo(2.0421, 4);
  });
});

describe('CMC', () => {
  it('gives the figures that are known for 2:1, and others where standard and sample change places', () => {
    expect(differenceCmcOf(blue, otherBlue)).toBeCloseTo(1.7387, 4);
    expect(differenceCmcOf(otherBlue, blue)).toBeCloseTo(1.7014, 4);
    expect(differenceCmcOf(green, otherGreen)).toBeCloseTo(1.4205, 4);
  });

  it('counts lightness twice as much by 1:1, and for a standard darker than 16 by a fixed share', () => {
    const [grey, lighter] = [lab([50, 0, 0]), lab([51, 0, 0])];
    expect(differenceCmcOf(grey, lighter, 1, 1)).toBeCloseTo(2 * differenceCmcOf(grey, lighter, 2, 1), 10);
    expect(differenceCmcOf(lab([10, 0, 0]), lab([11, 0, 0]), 1, 1)).toBeCloseTo(1 / 0.511, 10);
  });
});

describe('the plain distance', () => {
  it('is the root of the squares', () => {
    expect(differenceAb(lab([50, 1, 1]), lab([52, 2, 3]))).toBeCloseTo(3, 10);
  });
});

describe('the shift from the standard', () => {
  it('splits what is not lightness into chroma and hue', () => {
    const shift = shiftOf(lab([50, 20, 0]), lab([52, 19, 5]));
    expect(shift).toMatchObject({ dL: 2, da: -1, db: 5 });
    expect(shift.dC ** 2 + shift.dH ** 2).toBeCloseTo(26, 10);
    expect(shift.dH).toBeGreaterThan(0);
    expect(shiftOf(lab([50, 20, 5]), lab([50, 20, 1])).dH).toBeLessThan(0);
  });

  it('has no hue beside a grey standard', () => {
    expect(shiftOf(lab([50, 0, 0]), lab([50, 3, 4]))).toEqual({ dL: 0, da: 3, db: 4, dC: 5, dH: 0 });
  });
});

describe('the colour of the screen', () => {
  it('is one that a screen can show, whatever was measured', () => {
    expect(screenColourOf(lab([100, 0, 0]))).toBe('#ffffff');
    expect(screenColourOf(lab([0, 0, 0]))).toBe('#000000');
    expect(screenColourOf(lab([53.24, 80.09, 67.2]))).toMatch(/^#f[c-f]0[0-9a-f]0[0-9a-f]$/);
    expect(screenColourOf(otherBlue)).toMatch(/^#[0-9a-f]{6}$/);
  });
});
