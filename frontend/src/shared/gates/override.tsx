import { type FormEvent, type ReactNode, useState } from 'react';
import type { BlockingGateDto, OverrideDto } from '../api/generated';
import { toProblem } from '../api/errors';
import { FormDialog } from '../forms/FormDialog';
import { Field } from '../ui/Field';
import { Textarea } from '../ui/Input';
import { ShutGates } from './ShutGates';

/** Why the server refused: which gates say no to which step. Null for every other error. */
export function shutGates(error: unknown): { sentence: string; gates: BlockingGateDto[] } | null {
  const { code, detail, body } = toProblem(error);
  if (code !== 'gate.not_passed' || !Array.isArray(body.gates)) return null;
  return { sentence: detail, gates: body.gates as BlockingGateDto[] };
}

interface Asked {
  gates: BlockingGateDto[];
  goOn: (reason: string) => Promise<void>;
  leave: () => void;
}

/** Sends, and once more with a reason where a gate says no and somebody gives one. */
export type Attempt = <Result>(send: (override?: OverrideDto) => Promise<Result>) => Promise<Result>;

/**
 * For what a gate may refuse. `attempt` sends; where a gate says no it asks for a reason and sends again with it, and the
 * promise waits for that. It is refused with the gate's own words when nobody gives one. Render `question`.
 */
export function useOverride(): { attempt: Attempt; question: ReactNode } {
  const [asked, setAsked] = useState<Asked | null>(null);
  async function attempt<Result>(send: (override?: OverrideDto) => Promise<Result>): Promise<Result> {
    try {
      return await send();
    } catch (error) {
      const shut = shutGates(error);
      if (!shut) throw error;
      return new Promise<Result>((resolve, reject) =>
        setAsked({
          gates: shut.gates,
          goOn: async (reason) => {
            resolve(await send({ reason }));
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
  const question: ReactNode = asked && <OverrideDialog {...asked} />;
  return { attempt, question };
}

function OverrideDialog({ gates, goOn, leave }: Asked) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [isMissing, setMissing] = useState(false);

  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    event?.stopPropagation();
    setMissing(!reason.trim());
    if (!reason.trim()) return;
    setBusy(true);
    try {
      await goOn(reason.trim());
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };

  return (
    <FormDialog
      title="A gate is not passed"
      description="You can go on all the same. Your reason and your name stay on the order for ever."
      busy={busy}
      danger
      saveLabel="Go on all the same"
      refusal={fault}
      onSave={(event) => void send(event)}
      onClose={leave}
    >
      <ShutGates gates={gates} className="sm:col-span-2" />
      <Field
        label="Reason"
        required
        error={isMissing ? 'Say why: colleagues will ask.' : undefined}
        className="sm:col-span-2"
      >
        <Textarea value={reason} onChange={({ target }) => setReason(target.value)} maxLength={1000} autoFocus />
      </Field>
    </FormDialog>
  );
}
