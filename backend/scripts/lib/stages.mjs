import { sentenceFor } from './fault.mjs';
import { say, seconds } from './say.mjs';

const remindMs = 30_000;

/** Runs stages, shows what a failing one said, and adds up what all of them counted. */
export function stageRunner({ isStopped = () => false } = {}) {
  const sum = { passed: 0, failed: 0, skipped: 0, again: [] };
  const failures = [];

  /**
   * @param {string} title
   * @param {() => Promise<{ ok: boolean, output?: string, passed?: number, failed?: number, skipped?: number,
   *   again?: string[] }>} work a stage that failed without failing a counted test counts as one that failed; `again`: what
   *   passed at the second try
   * @returns {Promise<boolean>} whether it went well
   */
  async function stage(title, work) {
    if (isStopped()) return false;
    const started = Date.now();
    const remind = setInterval(() => say(`  … ${title}: ${seconds(Date.now() - started)}`), remindMs);
    const { ok, output = '', passed = 0, failed = 0, skipped = 0, again = [] } = await attempt(work);
    clearInterval(remind);
    if (isStopped()) return false;
    sum.passed += passed;
    sum.skipped += skipped;
    sum.failed += ok ? failed : Math.max(failed, 1);
    sum.again.push(...again);
    const counted = passed + failed + skipped ? `: ${inWords({ passed, failed, skipped, again })}` : '';
    say(`${ok ? '✓' : '✗'} ${title}${counted} (${seconds(Date.now() - started)})`);
    if (!ok) {
      failures.push(title);
      say(`\n${output.trim()}\n`);
    }
    return ok;
  }

  return {
    stage,
    /** For what keeps one core busy. @param {[title: string, work: Function][]} stages begun in this order */
    async twoAtATime(stages) {
      const waiting = [...stages];
      const worker = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await stage(...next);
      };
      await Promise.all([worker(), worker()]);
    },
    sum,
    /** The stages that failed, named once more where the eye is at the end. */
    tellFailures() {
      if (failures.length > 0) say(`\nFailed: ${failures.join(' · ')}`);
      return failures.length === 0;
    },
  };
}

async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    return { ok: false, output: sentenceFor(error) ?? error.stack };
  }
}

/** `12 passed, 0 failed`, what was skipped where something was, and by name what took two tries. */
export const inWords = ({ passed, failed, skipped, again = [] }) =>
  [
    `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
    ...(again.length > 0 ? [`${again.length} of them at the second try: ${again.join(' · ')}`] : []),
  ].join('; ');
