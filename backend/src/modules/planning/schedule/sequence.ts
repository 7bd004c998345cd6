interface Following<K extends string> {
  key: K;
  after: readonly { key: K }[];
}

/** Steps that wait for each other in a ring, each for the one before it, and the last for the first. */
export class RingOfSteps extends RangeError {
  constructor(readonly ring: readonly string[]) {
    super(`These steps wait for each other in a ring: ${[...ring, ring[0]].join(' → ')}.`);
  }
}

/**
 * The steps so that each comes after all that it waits for; steps that are free of each other keep their order.
 * @throws RingOfSteps, or RangeError when a step waits for one that is not there
 */
export function inOrder<K extends string, S extends Following<K>>(steps: readonly (S & Following<K>)[]): S[] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const placed: S[] = [];
  const standing = new Map<K, 'asked' | 'placed'>();
  const place = (step: S & Following<K>, path: readonly K[]): void => {
    if (standing.get(step.key) === 'placed') return;
    if (standing.get(step.key) === 'asked') throw new RingOfSteps(path.slice(path.indexOf(step.key)));
    standing.set(step.key, 'asked');
    for (const { key } of step.after) {
      const before = byKey.get(key);
      if (!before) throw new RangeError(`${step.key} waits for ${key}, which is no step of this plan.`);
      place(before, [...path, step.key]);
    }
    standing.set(step.key, 'placed');
    placed.push(step);
  };
  for (const step of steps) place(step, []);
  return placed;
}
