import { createHash } from 'node:crypto';
import type { Severity } from '../findings/finding';

/** What a finding is known by: as soon as a side says something else, it is another finding. */
export const keyOf = ({ rule, credit, ours }: { rule: string; credit: string; ours: string }): string =>
  createHash('sha256').update([rule, credit, ours].join('\n')).digest('hex').slice(0, 32);

/** Whose word it is that a finding may stand. */
export interface Waiver {
  id: string;
  key: string;
  reason: string;
  waivedBy: string | null;
  waivedAt: string;
}

export type Judged<Found> = Found & { key: string; waiver: Waiver | null };

/** Findings with what was said of them; those that may stand come last. */
export function judged<Found extends { rule: string; severity: Severity; credit: string; ours: string }>(
  findings: readonly Found[],
  waivers: readonly Waiver[],
): Judged<Found>[] {
  const all = findings.map((finding) => {
    const key = keyOf(finding);
    return { ...finding, key, waiver: waivers.find((waiver) => waiver.key === key) ?? null };
  });
  return [...all.filter(({ waiver }) => !waiver), ...all.filter(({ waiver }) => waiver)];
}

export const isOpen = ({ waiver }: { waiver: Waiver | null }): boolean => waiver === null;

export const countOf = (findings: readonly Judged<{ severity: Severity }>[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity && isOpen(finding)).length;
