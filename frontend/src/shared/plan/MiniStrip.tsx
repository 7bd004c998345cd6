import type { PlanStandingDto } from '../api/generated';
import { plural } from '../lib/format';

/** Pixels of a step: where there are many, they stand closer. */
const room = { few: 8, many: 6 } as const;
const HEIGHT = 10;

/** The steps of a line in a row, each a mark of its own: ● done, ◇ open, ◆ on the chain that decides, ✕ refused, ▲ too late. */
export function MiniStrip({ strip }: { strip: PlanStandingDto['strip'] }) {
  const steps = [...strip];
  const of = (letter: string) => steps.filter((each) => each === letter).length;
  const refused = of('r') > 0 ? `, ${of('r')} refused` : '';
  const late = of('l') > 0 ? `, ${of('l')} too late for the ETD` : '';
  const size = steps.length > 12 ? room.many : room.few;
  const width = steps.length * size;
  return (
    <svg
      role="img"
      aria-label={`${of('d')} of ${plural(steps.length, 'step')} done${refused}${late}`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      className="block max-w-full"
    >
      {steps.map((step, at) => (
        <StepDot key={at} step={step} x={(at + 0.5) * size} half={size / 2 - 0.4} />
      ))}
    </svg>
  );
}

/** @param half its width from the middle */
function StepDot({ step, x, half }: { step: string; x: number; half: number }) {
  const y = HEIGHT / 2;
  const diamond = `M${x} ${y - half} l${half} ${half} ${-half} ${half} ${-half} ${-half}Z`;
  if (step === 'd') return <circle cx={x} cy={y} r={half * 0.82} className="fill-good" />;
  if (step === 'r') {
    const arm = half * 0.85;
    const cross = `M${x - arm} ${y - arm} l${arm * 2} ${arm * 2} m0 ${-arm * 2} l${-arm * 2} ${arm * 2}`;
    return <path d={cross} className="fill-none stroke-bad" strokeWidth={1.6} strokeLinecap="round" />;
  }
  if (step === 'l') return <path d={`M${x} ${y - half} l${half} ${half * 1.8} h${-half * 2}Z`} className="fill-bad" />;
  if (step === 'c') return <path d={diamond} className="fill-ink" />;
  return <path d={diamond} className="fill-none stroke-line-strong" strokeWidth={1} />;
}
