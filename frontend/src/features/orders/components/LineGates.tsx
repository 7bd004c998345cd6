import type { LineDto } from '@/shared/api/generated';
import { AddGateMenu } from '@/shared/gates/AddGateMenu';
import { OpenCondition } from '@/shared/gates/GateCell';
import { GateMenu } from '@/shared/gates/GateMenu';
import type { GateQuestion } from '@/shared/gates/questions';

import { OverrideBadge } from './OverrideNotice';

interface LineGatesProps {
  line: LineDto;
  onAsk: (question: GateQuestion) => void;
}

/** The gates of a line as cells with their clocks, each with its menu; below them what approvals are bound to. */
export function LineGates({ line, onAsk }: LineGatesProps) {
  const { orderId, id: lineId, label: lineLabel } = line;
  const bound = line.gates.filter(({ conditionOpen }) => conditionOpen);
  return (
    <>
      <span className="inline-flex flex-wrap items-center gap-1">
        {line.gates.map((gate) => (
          <GateMenu key={gate.key} of={{ orderId, lineId, lineLabel, gate }} onAsk={onAsk} />
        ))}
        <AddGateMenu line={line} />
        <OverrideBadge orderId={orderId} lineId={lineId} />
      </span>
      {bound.map((gate) => (
        <span key={gate.key} className="mt-1 block">
          <OpenCondition gate={gate} />
        </span>
      ))}
    </>
  );
}
