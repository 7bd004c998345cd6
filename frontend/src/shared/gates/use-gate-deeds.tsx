import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { ApprovalStatus } from '../api/generated';
import { plural } from '../lib/format';
import { pauseMs, useSingleKeys } from '../lib/keys';
import { notify } from '../lib/notify';
import { useDecideTogether } from './api';
import { RejectDialog } from './RejectDialog';
import { type GateOfLine, isOut, said } from './vocabulary';

type Deed = Exclude<ApprovalStatus, 'rejected'>;

export interface GateDeeds {
  /**
   * A approves, R rejects and asks why, T says that it went out today, Del clears: the same gate of these lines.
   * @param more what other keys do there
   */
  onKey: (event: KeyboardEvent, of: readonly GateOfLine[], more?: Readonly<Record<string, () => void>>) => void;
  /** Records it; a rejection asks why first. */
  decide: (status: Deed | 'rejected', of: readonly GateOfLine[]) => void;
  /** The dialog that R asked for. */
  dialog: ReactNode;
}

const ONCE_MORE = 'Press Enter on its cell, and choose “Sent once more”, if it went again.';

/** What the keys of a focused gate do, for one line or for several at once: all of them, or none. */
export function useGateDeeds(): GateDeeds {
  const began = useRef(-pauseMs);
  const [rejecting, setRejecting] = useState<readonly GateOfLine[] | null>(null);
  const { mutate } = useDecideTogether();

  const record = (status: Deed, of: readonly GateOfLine[]) => {
    const [first] = of;
    if (!first) return;
    const what = of.length === 1 ? first.lineLabel : plural(of.length, 'line');
    mutate(
      { gateKey: first.gate.key, lineIds: of.map(({ lineId }) => lineId), status },
      { onSuccess: () => notify.success(`${first.gate.name} of ${what} is ${said[status]}.`) },
    );
  };

  const onKey: GateDeeds['onKey'] = (event, of, more = {}) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !useSingleKeys.getState().on) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === 'g') began.current = event.timeStamp;
    // `G A` leads to a page; it approves nothing.
    if (event.timeStamp - began.current < pauseMs) return;
    const all = (status: Deed | 'rejected') =>
      of.length > 0 && of.every(({ gate }) => gate.nextStatuses.includes(status));
    const round = all('submission') ? 'submission' : 'resubmission';
    const take = (run: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    const deed = (status: Deed | 'rejected', run: () => void) =>
      take(() => {
        if (all(status)) return run();
        const name = of[0]?.gate.name;
        if (!name) return notify.info('Several gates stand behind this: press Enter, and decide on one of them.');
        notify.info(`${name} cannot be ${said[status]} from where it stands.`);
      });
    if (key === 'a') deed('approved', () => record('approved', of));
    else if (key === 'r') deed('rejected', () => setRejecting(of));
    else if (key === 't') {
      const [out] = of.filter(({ gate }) => isOut(gate.status));
      if (out) take(() => notify.info(`${out.gate.name} of ${out.lineLabel} is out already. ${ONCE_MORE}`));
      else deed(round, () => record(round, of));
    } else if (key === 'Delete') deed('cleared', () => record('cleared', of));
    else if (more[key]) take(more[key]);
  };

  return {
    onKey,
    decide: (status, of) => (status === 'rejected' ? setRejecting(of) : record(status, of)),
    dialog: rejecting && <RejectDialog of={rejecting} onClose={() => setRejecting(null)} />,
  };
}
