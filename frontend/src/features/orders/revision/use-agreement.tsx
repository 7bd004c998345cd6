import { type ReactNode, useState } from 'react';
import type { GivenRevisionDto } from '@/shared/api/generated';
import type { Measured } from './Affects';
import { RevisionQuestion } from './RevisionDialog';
import { type RevisionAsked, revisionAsked } from './use-revision';

/** Sends, and once more with a revision where what was agreed changes and somebody gives one. */
export type WithRevision = <Result>(send: (revision?: GivenRevisionDto) => Promise<Result>) => Promise<Result>;

interface Asked {
  question: RevisionAsked;
  goOn: (revision: GivenRevisionDto) => Promise<void>;
  leave: () => void;
}

/**
 * For a deed without a form of its own, such as a step back or a removal. `attempt` sends; where the server wants a reason
 * it is asked for, and the promise waits for that. It is refused with the server's own words when nobody gives one.
 * Render `question`.
 * @param what is changed: "MT-2291 · White"
 * @param of the line: its unit and currency
 */
export function useAgreement(
  what: string,
  orderId: string,
  of?: Measured,
): { attempt: WithRevision; isAsking: boolean; question: ReactNode } {
  const [asked, setAsked] = useState<Asked | null>(null);
  async function attempt<Result>(send: (revision?: GivenRevisionDto) => Promise<Result>): Promise<Result> {
    try {
      return await send();
    } catch (error) {
      const question = revisionAsked(error);
      if (!question) throw error;
      return new Promise<Result>((resolve, reject) =>
        setAsked({
          question,
          goOn: async (revision) => {
            resolve(await send(revision));
            setAsked(null);
          },
          leave: () => {
            setAsked(null);
            reject(error);
          },
        }),
      );
    }
  }
  const question = asked && (
    <Question key={asked.question.because} asked={asked} what={what} orderId={orderId} of={of} />
  );
  return { attempt, isAsking: asked !== null, question };
}

function Question({ asked, ...of }: { asked: Asked; what: string; orderId: string; of?: Measured }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const give = async (revision: GivenRevisionDto) => {
    setBusy(true);
    try {
      await asked.goOn(revision);
    } catch (error) {
      setRefusal(error);
      setBusy(false);
    }
  };
  return (
    <RevisionQuestion
      asked={asked.question}
      {...of}
      busy={busy}
      refusal={refusal}
      onGive={(revision) => void give(revision)}
      onClose={asked.leave}
    />
  );
}
