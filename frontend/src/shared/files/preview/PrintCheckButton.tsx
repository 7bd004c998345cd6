import { CircleAlert, CircleCheck, Ruler, TriangleAlert } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toProblem } from '../../api/errors';
import type { PrintColoursDto } from '../../api/generated';
import { readDecimal } from '../../forms/decimals';
import { cx } from '../../lib/cx';
import { plural } from '../../lib/format';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Input } from '../../ui/Input';
import { Popover } from '../../ui/Popover';
import { printColours } from '../api';
import { checkPrint, type PrintCheck } from './print-check';

const verdicts = {
  sharp: { word: 'Sharp enough to print', tone: 'good', icon: CircleCheck },
  soft: { word: 'Fine lines turn soft', tone: 'warn', icon: TriangleAlert },
  coarse: { word: 'Too coarse to print', tone: 'bad', icon: CircleAlert },
} as const;

interface PrintCheckProps {
  fileId: string;
  pixels: { width: number; height: number };
}

/** Whether an artwork has enough pixels for the repeat that is asked of it, and no more colours than screens. */
export function PrintCheckButton({ fileId, pixels }: PrintCheckProps) {
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
      <Colours fileId={fileId} />
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

const tones: Record<PrintColoursDto['verdict'], string> = {
  fits: 'text-good',
  too_many: 'text-bad',
  spare: 'text-warn',
  tones: 'text-warn',
  not_told: 'text-ink',
};

/** The colours of the picture against the screens of its line. */
function Colours({ fileId }: { fileId: string }) {
  const { data, error, isPending } = useQuery(printColours(fileId));
  return (
    <section aria-label="Colours" className="mt-4 border-t border-line pt-4">
      {isPending ? (
        <p className="text-muted">Counting the colours…</p>
      ) : !data ? (
        <p className="text-muted">{toProblem(error).detail}</p>
      ) : (
        <>
          <ul className="mb-2 flex flex-wrap gap-1.5">
            {data.colours.map(({ hex, percent }) => (
              <li
                key={hex}
                title={`${hex}, ${percent} %`}
                className="size-6 rounded-md border border-line-strong"
                style={{ backgroundColor: hex }}
              >
                <span className="sr-only">
                  {hex}, {percent} %
                </span>
              </li>
            ))}
          </ul>
          <p className={cx('font-medium', tones[data.verdict])}>{data.sentence}</p>
          <p className="mt-1 text-[0.8125rem] text-muted">{data.how}</p>
        </>
      )}
    </section>
  );
}

/** Null for what is no width. */
function centimetresOf(typed: string): number | null {
  const width = Number(readDecimal(typed) ?? 0);
  return width > 0 ? width : null;
}
