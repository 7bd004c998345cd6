import { Badge } from '@/shared/ui/Badge';
import { gateName, knownGates, statusLook, type GateStatus } from '@/shared/gates/vocabulary';

/** How many gates that still block are named before the rest is a number. */
const named = 2;

const worstFirst = ['rejected', 'resubmission', 'submission', 'approved'];

/** What blocks is named, what is approved is counted. */
export function GateSummary({ approvalStatus }: { approvalStatus: Record<string, unknown> }) {
  const all = gatesOf(approvalStatus);
  if (all.length === 0) return <span className="text-muted">None yet</span>;
  const open = all
    .filter(({ state }) => state !== 'approved')
    .sort((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state));
  const approved = all.filter(({ state }) => state === 'approved');
  const rest = open.slice(named);
  const counted = open.length > 0 || approved.length > named;
  return (
    <span className="inline-flex flex-wrap gap-1" title={all.map(gateSentence).join('\n')}>
      {open.slice(0, named).map((each) => (
        <GateBadge key={each.gate} {...each} />
      ))}
      {rest.length > 0 && (
        <Badge>
          +{rest.length} <span className="sr-only">more open</span>
        </Badge>
      )}
      {counted
        ? approved.length > 0 && (
            <Badge tone="good" icon={statusLook('approved').icon}>
              {approved.length} <span className="sr-only">approved</span>
            </Badge>
          )
        : approved.map((each) => <GateBadge key={each.gate} {...each} />)}
    </span>
  );
}

/** Icon and tint say how it stands; the word is the gate's. Readers hear both. */
function GateBadge({ gate, state }: GateAt) {
  const { tone, icon, word } = statusLook(state);
  return (
    <Badge tone={tone} icon={icon}>
      {gateName(gate)}
      <span className="sr-only">: {word}</span>
    </Badge>
  );
}

interface GateAt {
  gate: string;
  state: GateStatus;
}

const gateSentence = ({ gate, state }: GateAt) => `${gateName(gate)}: ${statusLook(state).word.toLowerCase()}`;

/** The gates that were touched, in the order in which a line passes them; its own come last. */
function gatesOf(approvalStatus: Record<string, unknown>): GateAt[] {
  const own = Object.keys(approvalStatus).filter((key) => !(knownGates as string[]).includes(key));
  return [...knownGates, ...own].flatMap((gate) => {
    const state = approvalStatus[gate];
    return typeof state === 'string' && worstFirst.includes(state) ? [{ gate, state: state as GateStatus }] : [];
  });
}
