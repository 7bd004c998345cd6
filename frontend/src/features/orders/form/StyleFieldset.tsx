import { ChevronDown, Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { cx } from '@/shared/lib/cx';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { IconButton } from '@/shared/ui/IconButton';
import { FormField } from '@/shared/forms/FormField';
import { LineGrid } from './LineGrid';
import { mainStyleFields, moreStyleFields, styleSpecs } from './specs';

interface StyleFieldsetProps {
  /** Its place in the form's `styles`. */
  at: number;
  title?: string;
  /** Without these the style is the only one, and stays. */
  onCopy?: () => void;
  onRemove?: () => void;
}

export function StyleFieldset({ at, title = `Style ${at + 1}`, onCopy, onRemove }: StyleFieldsetProps) {
  const [opened, setOpened] = useState(false);
  const path = `styles.${at}`;
  const { errors } = useFormState({ name: path });
  const { getFieldState } = useFormContext();
  const faulty = moreStyleFields.some((field) => getFieldState(`${path}.${field}`, { errors } as never).error);
  const open = opened || faulty;
  const moreId = `style-${at}-more`;

  return (
    <Card
      title={title}
      actions={
        <>
          {onCopy && <IconButton icon={Copy} size="sm" label={`Duplicate style ${at + 1}`} onClick={onCopy} />}
          {onRemove && <IconButton icon={Trash2} size="sm" label={`Remove style ${at + 1}`} onClick={onRemove} />}
        </>
      }
    >
      <div className="@container">
        <div className="grid gap-4 @lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto] @lg:items-start">
          {mainStyleFields.map((field) => (
            <FormField key={field} name={`${path}.${field}`} spec={styleSpecs[field]} />
          ))}
          <Button
            variant="quiet"
            aria-expanded={open}
            aria-controls={moreId}
            onClick={() => setOpened(!open)}
            className="justify-self-start aria-expanded:bg-transparent @lg:mt-6"
          >
            Fabric and dates of its own
            <ChevronDown aria-hidden className={cx('transition-transform', open && 'rotate-180')} />
          </Button>
        </div>
        {open && (
          <div id={moreId} className="mt-4 grid gap-4 rounded-lg bg-canvas p-4 @sm:grid-cols-2 @3xl:grid-cols-4">
            {moreStyleFields.map((field) => (
              <FormField
                key={field}
                name={`${path}.${field}`}
                spec={styleSpecs[field]}
                className={styleSpecs[field].kind === 'long' ? '@sm:col-span-2' : undefined}
              />
            ))}
          </div>
        )}
      </div>
      <div className="mt-5">
        <LineGrid style={at} />
      </div>
    </Card>
  );
}
