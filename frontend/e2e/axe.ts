import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
    /** Forgets what has passed: to be called before each run. */
    lookAnew(): void;
    /** The texts of which the colours alone do not say that they are easily read: what axe must look at. */
    doubtfulTexts(): Element[];
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * axe as it is, and quicker: compiled for old browsers it keeps the numbers of every colour that it mixes in WeakMaps, which
 * are plain properties here, and it takes a colour apart for each element that wears it. What it finds is the same.
 */
const quickAxe = `{
  class Fields {
    field = Symbol();
    get(owner) { return owner[this.field]; }
    set(owner, value) { owner[this.field] = value; return this; }
    has(owner) { return Object.hasOwn(owner, this.field); }
    add(owner) { return this.set(owner, true); }
    delete(owner) { return delete owner[this.field]; }
  }
  (function (WeakMap, WeakSet) { ${source} }).call(window, Fields, Fields);
  const colour = window.axe.commons.color.Color.prototype;
  const parse = colour.parseString;
  const known = new Map();
  colour.parseString = function (text) {
    if (known.has(text)) return Object.assign(this, known.get(text));
    const { r, g, b, alpha } = parse.call(this, text);
    known.set(text, { r, g, b, alpha });
    return this;
  };
}`;

/**
 * A table shows the same text colours in every row. Text whose contrast has passed is not measured again where it looks the
 * same: its own classes, inline style, colours and letters and those of everything around it are what the contrast is made
 * of. Only what passes is remembered, so all that fails is named, each element of it. What can lie on something other than
 * what is around it is never taken for the same: it is out of the flow, moved, or shares its place with what is.
 */
function measureEachLookOnce(): void {
  type Judge = (this: unknown, element: Element, ...others: unknown[]) => boolean | undefined;
  const { rules, checks } = (
    window.axe as unknown as {
      _audit: { rules: { id: string; matches: Judge }[]; checks: Record<string, { evaluate: Judge }> };
    }
  )._audit;
  const rule = rules.find(({ id }) => id === 'color-contrast');
  const check = checks['color-contrast'];
  if (!rule || !check) throw new Error('This axe does not measure contrast as the one before did.');

  let looks = new Map<Element, string>();
  let passed = new Set<string>();
  let numbers = new Map<string, string>();
  window.lookAnew = () => {
    looks = new Map();
    passed = new Set();
    numbers = new Map();
  };
  const isOutOfFlow = ({ position }: CSSStyleDeclaration) => position === 'absolute' || position === 'fixed';
  const isPainted = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration) =>
    backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none';
  const sharesItsPlace = (element: Element) =>
    [...element.children]
      .map((child) => getComputedStyle(child))
      .some((style) => isOutOfFlow(style) && isPainted(style));

  const lookOf = (element: Element): string => {
    const known = looks.get(element);
    if (known) return known;
    const style = getComputedStyle(element);
    const { color, backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = style;
    const { fontSize, fontWeight, textShadow, transform, translate } = style;
    const alone = isOutOfFlow(style) || transform !== 'none' || translate !== 'none' || sharesItsPlace(element);
    const key = [
      element.parentElement ? lookOf(element.parentElement) : '',
      alone ? looks.size : '',
      ...[element.tagName, element.getAttribute('class'), element.getAttribute('style')],
      ...[color, backgroundColor, backgroundImage, opacity, filter, mixBlendMode, fontSize, fontWeight, textShadow],
    ].join('|');
    const look = numbers.get(key) ?? `${numbers.size}`;
    numbers.set(key, look);
    looks.set(element, look);
    return look;
  };

  const { matches } = rule;
  const hasText = ({ childNodes }: Element) =>
    [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
  rule.matches = function (element, ...others) {
    // As axe itself decides, but before it has gone through the labels, the frames and the styles of every empty box.
    if (!element.matches('input, select, textarea') && !hasText(element)) return false;
    return matches.call(this, element, ...others);
  };
  const { evaluate } = check;
  check.evaluate = function (element, ...others) {
    const look = lookOf(element);
    if (passed.has(look)) return true;
    const result = evaluate.call(this, element, ...others);
    if (result === true) passed.add(look);
    return result;
  };
}

/**
 * Where text and everything around it lie in the flow and are painted in plain colours, these say its contrast, and what
 * has enough of it even for small print needs no measuring. All else is for axe to judge, and so is all that has too little.
 */
function doubtBeforeMeasuring(): void {
  interface Colour {
    alpha: number;
    parseString(text: string): void;
  }
  interface Colours {
    Color: new () => Colour;
    flattenColors(source: Colour, backdrop: Colour): Colour;
    getContrast(one: Colour, other: Colour): number;
  }
  interface Ground {
    /** What is behind the text of an element: null where more than its own colour and those around it decide. */
    colour: Colour | null;
    /** What is painted out of the flow between the text and that colour. */
    others: Element[];
    /** Whether nothing around it makes it paler. */
    isPlain: boolean;
    isClipped: boolean;
  }
  const enough = 4.5;
  const { Color, flattenColors, getContrast } = (window.axe.commons as unknown as { color: Colours }).color;
  const parse = (text: string) => {
    const colour = new Color();
    colour.parseString(text);
    return colour;
  };
  const isOutOfFlow = ({ position }: CSSStyleDeclaration) => position === 'absolute' || position === 'fixed';
  const isMoved = ({ transform, translate }: CSSStyleDeclaration) => transform !== 'none' || translate !== 'none';
  const isPainted = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration) =>
    backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none';
  const isField = (element: Element) => element.matches('input, select, textarea');
  const textsOf = ({ childNodes }: Element) =>
    [...childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
  const placesOf = (element: Element): DOMRect[] => {
    if (isField(element)) return [element.getBoundingClientRect()];
    const range = document.createRange();
    return textsOf(element).flatMap((text) => {
      range.selectNodeContents(text);
      return [...range.getClientRects()];
    });
  };
  const touch = (a: DOMRect, b: DOMRect) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  window.doubtfulTexts = () => {
    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (element: Element) => {
      const style = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, style);
      return style;
    };
    const grounds = new Map<Element | null, Ground>([
      [null, { colour: null, others: [], isPlain: true, isClipped: false }],
    ]);
    const groundOf = (element: Element | null): Ground => {
      const known = grounds.get(element);
      if (known || !element) return known!;
      const around = groundOf(element.parentElement);
      const style = styleOf(element);
      const own = parse(style.backgroundColor);
      const isOpaque = own.alpha === 1;
      const behind = isOutOfFlow(style) || isMoved(style) ? null : around.colour;
      const colour = isOpaque ? own : behind && flattenColors(own, behind);
      const inside = [...element.children].filter((child) => isOutOfFlow(styleOf(child)) && isPainted(styleOf(child)));
      const ground = {
        colour: style.backgroundImage === 'none' ? colour : null,
        others: isOpaque ? inside : [...around.others, ...inside],
        isPlain: around.isPlain && style.opacity === '1' && style.filter === 'none' && style.mixBlendMode === 'normal',
        isClipped: around.isClipped || style.clipPath === 'inset(50%)',
      };
      grounds.set(element, ground);
      return ground;
    };
    const isUnder = (others: readonly Element[], element: Element) => {
      if (others.length === 0) return false;
      const places = placesOf(element);
      return others.some((other) => places.some((place) => touch(place, other.getBoundingClientRect())));
    };
    const isDoubtful = (element: Element) => {
      const { colour, others, isPlain, isClipped } = groundOf(element);
      if (isClipped || element.closest(':disabled') || !element.checkVisibility({ visibilityProperty: true }))
        return false;
      if (!colour || !isPlain || !(element instanceof HTMLElement) || isUnder(others, element)) return true;
      const { color, textShadow } = styleOf(element);
      return textShadow !== 'none' || getContrast(colour, flattenColors(parse(color), colour)) < enough;
    };
    return [...document.body.querySelectorAll('*')].filter(
      (element) => (isField(element) || textsOf(element).length > 0) && isDoubtful(element),
    );
  };
}

/**
 * Faults of WCAG 2.2 AA that a machine can find, in what is on screen as soon as it is all there and has stopped moving: what
 * fades, or waits for its answer, is pale.
 */
export function accessibilityFaults(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  return faultsOf(page, { type: 'tag', values: tags });
}

/** Those of them that the colours make: what else was found before they changed is there still. */
export function contrastFaults(page: Page): Promise<string[]> {
  return faultsOf(page, { type: 'rule', values: ['color-contrast'] });
}

async function faultsOf(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  // A button is busy for as long as what it began asks something in a dialog: it waits for the reader, not for an answer.
  await expect(page.locator('[aria-busy="true"]:not(button)')).toHaveCount(0);
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(quickAxe);
    await page.evaluate(measureEachLookOnce);
    await page.evaluate(doubtBeforeMeasuring);
  }
  const chosen: axe.RunOptions = { resultTypes: ['violations'], runOnly };
  return page.evaluate(async (options) => {
    const frame = () => new Promise(requestAnimationFrame);
    const ends = ({ effect }: Animation) => effect?.getComputedTiming().endTime !== Infinity;
    const moving = () => document.getAnimations().filter((each) => each.playState === 'running' && ends(each));
    await frame(); // what has changed is drawn with the next frame, and begins to move
    for (let some = moving(); some.length > 0; some = moving()) {
      await Promise.allSettled(some.map(({ finished }) => finished));
      await frame();
    }
    const { type } = options.runOnly as axe.RunOnly;
    const texts = type === 'rule' ? window.doubtfulTexts() : [];
    if (type === 'rule' && texts.length === 0) return [];
    window.lookAnew();
    const { violations } = await window.axe.run(type === 'rule' ? { include: texts } : document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, chosen);
}
