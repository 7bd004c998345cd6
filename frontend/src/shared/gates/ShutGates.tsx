import type { BlockingGateDto } from '../api/generated';
import { Badge } from '../ui/Badge';
import { statusLook } from './vocabulary';

/** The gates that say no, each with its line and how it stood. */
export function ShutGates({ gates, className }: { gates: readonly BlockingGateDto[]; className?: string }) {
  return (
    <ul className={className}>
      {gates.map(({ orderLineId, gateKey, gateName, lineLabel, status, condition }) => {
        const { tone, icon, word } = statusLook(status);
        return (
          <li key={`${orderLineId}/${gateKey}`} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1 text-sm">
            <span className="min-w-0 break-words">{lineLabel}</span>
            <Badge tone={condition ? 'warn' : tone} icon={icon}>
              {gateName}: {condition ? 'condition open' : word.toLowerCase()}
            </Badge>
            {condition && <span className="w-full text-[0.8125rem] text-muted">“{condition}”</span>}
          </li>
        );
      })}
    </ul>
  );
}
