import { useRef, useState } from 'react';
import type { AffectedDto, GivenRevisionDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';

/** What the server says a change of what was agreed would do. */
export interface RevisionAsked {
  /** Why the figures are binding: "The line is running." */
  because: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  affects: readonly AffectedDto[];
}

/** What the server asked for, when that is why it refused; else null. */
export function revisionAsked(error: unknown): RevisionAsked | null {
  const { code, body } = toProblem(error);
  return code === 'order.revision_needed' ? (body as unknown as RevisionAsked) : null;
}

/**
 * Between a form and the server: nothing is saved before it is known what the change affects, why it is made, and who
 * agreed to it.
 */
export function useRevision() {
  const [asked, setAsked] = useState<RevisionAsked | null>(null);
  const given = useRef<GivenRevisionDto>(undefined);
  return {
    asked,
    /** @returns whether the question is open now */
    ask(error: unknown): boolean {
      const question = revisionAsked(error);
      if (question) setAsked(question);
      return question !== null;
    },
    give(revision: GivenRevisionDto) {
      given.current = revision;
    },
    /** The body with the revision that was given. */
    onto: <Body extends object>(body: Body): Body & { revision?: GivenRevisionDto } =>
      given.current ? { ...body, revision: given.current } : body,
    close() {
      given.current = undefined;
      setAsked(null);
    },
  };
}

export type Revision = ReturnType<typeof useRevision>;
