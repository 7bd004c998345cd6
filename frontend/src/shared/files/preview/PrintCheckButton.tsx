import { CircleAlert, CircleCheck, Ruler, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { readDecimal } from '../../forms/decimals';
import { plural } from '../../lib/format';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Input } from '../../ui/Input';
import { Popover } from '../../ui/Popover';
import { checkPrint, type PrintCheck } from './print-check';

const verdicts = {
  sharp: { word: 'Sharp enough to print', tone: 'good', icon: CircleCheck },
  soft: { word: 'Fine lines turn soft', tone: 'warn', icon: TriangleAlert },
  coarse: { word: 'Too coarse to print', tone: 'bad', icon: CircleAlert },
} as const;

/** Whether an artwork has enough pixels for the repeat that is asked of it. */
export function PrintCheckButton({ pixels }: { pixels: { width: number; height: number } }) {
  const [repeat, setRepeat] = useState('');
  const [fabric, setFabric] = useState('');
  const [repeatCm, fabricCm] = [centimetresOf(repeat), centimetresOf(fabric)];
  return (
    <Popover
      label="Check for print"
      trigger={
        <Button size="sm" variant="quiet" icon={Ruler}>
          Print check
        </Button>
      }
    >
      <p className="mb-3 tabular-nums">
        {pixels.width} × {pixels.height} pixels, one repeat
      </p>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Repeat width, cm">
          <Input inputMode="decimal" value={repeat} onChange={({ target }) => setRepeat(target.value)} />
        </Field>
        <Field label="Fabric width, cm">
          <Input inputMode="decimal" value={fabric} onChange={({ target }) => setFabric(target.value)} />
        </Field>
      </div>
      <div aria-live="polite" className="mt-4 min-h-24">
        {repeatCm === null ? (
          <p className="text-muted">
            Say how wide one repeat is printed: it tells how many pixels an inch of cloth gets.
          </p>
        ) : (
          <Outcome of={checkPrint(pixels, repeatCm, fabricCm)} />
        )}
      </div>
    </Popover>
  );
}

function Outcome({ of: { dpi, heightCm, across, verdict, sharpUpToCm } }: { of: PrintCheck }) {
  const { word, tone, icon } = verdicts[verdict];
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-lg font-semibold tabular-nums">{dpi} dpi</span>
        <Badge tone={tone} icon={icon}>
          {word}
        </Badge>
      </p>
      <ul className="mt-2 flex flex-col gap-0.5 text-[0.8125rem] text-muted">
        <li>One repeat is {heightCm} cm high.</li>
        {across && (
          <li>
            {across.repeats === 0
              ? 'One repeat is wider than the fabric.'
              : `${plural(across.repeats, 'repeat')} across the fabric, ${across.restCm} cm are left.`}
          </li>
        )}
        {verdict !== 'sharp' && <li>It is sharp up to {sharpUpToCm} cm (300 dpi). Ask for a larger file.</li>}
      </ul>
    </>
  );
}

/** Null for what is no width. */
function centimetresOf(typed: string): number | null {
  const width = Number(readDecimal(typed) ?? 0);
  return width > 0 ? width : null;
}
