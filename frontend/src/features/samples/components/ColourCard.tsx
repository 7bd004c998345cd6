import { CircleCheck, CircleX, Pencil, Pipette, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SampleDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { cx } from '@/shared/lib/cx';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { type Light, lightName, lightNames, type Reading, useRemoveReading } from '../options';
import { MeasureDrawer } from './MeasureDrawer';
import { NotEvidence, Swatch } from './Swatch';

/** What the spectrophotometer read: the standard and each option, light by light. */
export function ColourCard({ sample }: { sample: SampleDto }) {
  const mayWrite = useCan()('sample.write');
  const [measuring, setMeasuring] = useState<Light | null>(null);
  const remove = useRemoveReading(sample);
  const { readings } = sample;
  return (
    <Card
      title="Colour"
      flush
      actions={
        mayWrite && (
          <Menu
            trigger={
              <Button size="sm" icon={Pipette}>
                Measure
              </Button>
            }
          >
            {(Object.keys(lightNames) as Reading['illuminant'][]).map((illuminant) => (
              <MenuItem key={illuminant} onSelect={() => setMeasuring({ illuminant, observer: '10' })}>
                Under {lightNames[illuminant]}
              </MenuItem>
            ))}
          </Menu>
        )
      }
    >
      {readings.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-muted sm:px-5">
          Not measured yet. L*, a* and b* of the standard and of each option, from a spectrophotometer.
        </p>
      ) : (
        <>
          {readings.map((reading) => (
            <section
              key={lightName(reading)}
              aria-label={`Under ${lightName(reading)}`}
              className="border-t border-line"
            >
              <header className="flex items-center justify-between gap-2 px-4 pt-2.5 sm:px-5">
                <h3 className="text-[0.8125rem] text-muted">
                  Under <span className="font-medium text-ink">{lightName(reading)}</span> · {reading.formulaName} up to{' '}
                  {reading.tolerance.limit}
                </h3>
                {mayWrite && (
                  <span className="inline-flex">
                    <IconButton
                      icon={Pencil}
                      size="sm"
                      label={`Change what was measured under ${lightName(reading)}`}
                      onClick={() => setMeasuring(reading)}
                    />
                    <IconButton
                      icon={Trash2}
                      size="sm"
                      label={`Remove what was measured under ${lightName(reading)}`}
                      onClick={() => remove.mutate(reading)}
                    />
                  </span>
                )}
              </header>
              <ReadingTable reading={reading} />
            </section>
          ))}
          {sample.options.length === 0 && (
            <div className="border-t border-line px-4 py-3 sm:px-5">
              <NotEvidence />
            </div>
          )}
        </>
      )}
      {measuring && <MeasureDrawer sample={sample} light={measuring} onClose={() => setMeasuring(null)} />}
    </Card>
  );
}

const figures = [
  ['dL', 'ΔL*'],
  ['da', 'Δa*'],
  ['db', 'Δb*'],
  ['deltaEAb', 'ΔE*ab'],
  ['deltaECmc', 'CMC(2:1)'],
  ['deltaE2000', 'CIEDE2000'],
] as const;

/** Figures of one light. Wider than a phone, it scrolls by itself. */
export function ReadingTable({ reading, of = 'this round' }: { reading: Reading; of?: string }) {
  const cell = 'whitespace-nowrap px-2 py-1.5 text-end tabular-nums first:ps-4 last:pe-4 sm:first:ps-5 sm:last:pe-5';
  return (
    <div
      className="overflow-x-auto pb-2"
      tabIndex={0}
      role="region"
      aria-label={`Figures of ${of} under ${lightName(reading)}`}
    >
      <table className="w-full min-w-[34rem] text-[0.8125rem]">
        <caption className="sr-only">Measured under {lightName(reading)}</caption>
        <thead className="text-muted">
          <tr>
            <th scope="col" className={cx(cell, 'text-start font-medium')}>
              Swatch
            </th>
            {['L*', 'a*', 'b*', ...figures.map(([, head]) => head)].map((head) => (
              <th key={head} scope="col" className={cx(cell, 'font-medium')}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className={cx(cell, 'text-start font-medium')}>
              <span className="inline-flex items-center gap-2">
                <Swatch colour={reading.screenColour} label="Standard" className="size-5" /> Standard
              </span>
            </th>
            {[reading.standard.l, reading.standard.a, reading.standard.b].map((value, axis) => (
              <td key={axis} className={cell}>
                {minus(value)}
              </td>
            ))}
            <td colSpan={figures.length} />
          </tr>
          {reading.options.map((option) => (
            <tr key={option.label} className="border-t border-line">
              <th scope="row" className={cx(cell, 'text-start font-medium')}>
                <span className="inline-flex items-center gap-2">
                  <Swatch colour={option.screenColour} label={`Option ${option.label}`} className="size-5" />{' '}
                  {option.label}
                  <span
                    className={cx(
                      'inline-flex items-center gap-1 text-xs font-medium',
                      option.passes ? 'text-good' : 'text-bad',
                    )}
                  >
                    {option.passes ? (
                      <CircleCheck aria-hidden className="size-3.5" />
                    ) : (
                      <CircleX aria-hidden className="size-3.5" />
                    )}
                    {option.passes ? 'pass' : 'fail'}
                  </span>
                </span>
              </th>
              {[option.l, option.a, option.b, ...figures.map(([key]) => option[key])].map((value, at) => (
                <td key={at} className={cell}>
                  {minus(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** With a true minus sign. */
const minus = (value: string): string => value.replace('-', '\u2212');
