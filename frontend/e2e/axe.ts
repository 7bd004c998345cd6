import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
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
 * Faults of WCAG 2.2 AA that a machine can find, in what is on screen as soon as it is all there and has stopped moving: what
 * fades, or waits for its answer, is pale.
 * @param rules only these of axe; all if not given
 */
export async function accessibilityFaults(page: Page, rules?: string[]): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  // A button is busy for as long as what it began asks something in a dialog: it waits for the reader, not for an answer.
  await expect(page.locator('[aria-busy="true"]:not(button)')).toHaveCount(0);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(quickAxe);
  const chosen: axe.RunOptions = {
    resultTypes: ['violations'],
    runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
  };
  return page.evaluate(async (options) => {
    const frame = () => new Promise(requestAnimationFrame);
    const ends = ({ effect }: Animation) => effect?.getComputedTiming().endTime !== Infinity;
    const moving = () => document.getAnimations().filter((each) => each.playState === 'running' && ends(each));
    await frame(); // what has changed is drawn with the next frame, and begins to move
    for (let some = moving(); some.length > 0; some = moving()) {
      await Promise.allSettled(some.map(({ finished }) => finished));
      await frame();
    }
    const { violations } = await window.axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, chosen);
}
