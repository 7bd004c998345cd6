import { CircleCheck, CircleX, Ellipsis, ImageOff, ImagePlus, Pencil, Plus, Trash2, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { toProblem } from '@/shared/api/errors';
import type { SampleDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { notify } from '@/shared/lib/notify';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { lightName, type SampleOption, useRemoveOption, useUpdateOption } from '../options';
import { OptionDialog, type OptionQuestion } from './OptionDialogs';
import { useAttachPicture, useRemovePicture } from '../picture';
import { OptionPicture } from './OptionPicture';
import { NotEvidence } from './Swatch';

/** What lies on the card that the buyer holds: A, B, C, each with how it was made, how it measures, and what was said. */
export function OptionsCard({ sample }: { sample: SampleDto }) {
  const mayWrite = useCan()('sample.write');
  const [asking, setAsking] = useState<OptionQuestion | null>(null);
  const { options, decidedOn } = sample;
  const open = mayWrite && !decidedOn;
  return (
    <Card
      title="Options"
      flush
      actions={
        open && (
          <Button size="sm" icon={Plus} onClick={() => setAsking({ action: 'add' })}>
            Add option
          </Button>
        )
      }
    >
      {options.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-muted sm:px-5">
          {open
            ? 'One swatch needs none. Where the mill offers several, add A, B and C.'
            : 'This round was one swatch.'}
        </p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {options.map((option) => (
            <li key={option.label} className="flex items-start gap-3.5 px-4 py-3 sm:px-5">
              <OptionPicture sample={sample} option={option} />
              <OptionText sample={sample} option={option} />
              {mayWrite && <OptionMenu sample={sample} option={option} onAsk={setAsking} />}
            </li>
          ))}
        </ul>
      )}
      {options.length > 0 && sample.readings.length > 0 && (
        <div className="border-t border-line px-4 py-3 sm:px-5">
          <NotEvidence />
        </div>
      )}
      {asking && <OptionDialog sample={sample} question={asking} onClose={() => setAsking(null)} />}
    </Card>
  );
}

function OptionText({ sample: { readings }, option: { label, notes, remarks, verdict } }: OptionProps) {
  return (
    <div className="min-w-0 flex-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="font-medium">Option {label}</span>
        <VerdictBadge verdict={verdict} />
      </p>
      {notes && <p className="mt-0.5 whitespace-pre-line break-words">{notes}</p>}
      {remarks && <p className="mt-0.5 break-words">“{remarks}”</p>}
      {readings.flatMap((reading) => {
        const measured = reading.options.find((each) => each.label === label);
        if (!measured) return [];
        return (
          <p key={lightName(reading)} className="mt-1 flex items-start gap-1.5 text-[0.8125rem] text-muted">
            {measured.passes ? (
              <CircleCheck aria-hidden className="mt-0.5 size-3.5 shrink-0 text-good" />
            ) : (
              <CircleX aria-hidden className="mt-0.5 size-3.5 shrink-0 text-bad" />
            )}
            <span>{measured.verdict}</span>
          </p>
        );
      })}
    </div>
  );
}

export function VerdictBadge({ verdict }: Pick<SampleOption, 'verdict'>) {
  if (verdict === 'approved') {
    return (
      <Badge tone="good" icon={CircleCheck}>
        Approved
      </Badge>
    );
  }
  if (verdict === 'rejected') {
    return (
      <Badge tone="bad" icon={CircleX}>
        Rejected
      </Badge>
    );
  }
  return verdict === 'not_chosen' ? <Badge>Not chosen</Badge> : null;
}

interface OptionProps {
  sample: SampleDto;
  option: SampleOption;
}

function OptionMenu({ sample, option, onAsk }: OptionProps & { onAsk: (question: OptionQuestion) => void }) {
  const remove = useRemoveOption(sample);
  const update = useUpdateOption(sample, option);
  const attach = useAttachPicture(sample, option);
  const removePicture = useRemovePicture(sample);
  const chooser = useRef<HTMLInputElement>(null);
  const open = !sample.decidedOn;
  const judged = open && sample.status === 'submitted';
  const send = (file: File | undefined) =>
    file &&
    attach.mutate(file, {
      onSuccess: () => notify.success(`${file.name} shows option ${option.label} now.`),
      onError: (error) => notify.error(toProblem(error).detail),
    });
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        aria-label={`Picture of option ${option.label}`}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          send(event.target.files?.[0]);
          event.target.value = ''; // so that the same file can be chosen again
        }}
      />
      <Menu
        trigger={<IconButton icon={Ellipsis} size="sm" label={`More about option ${option.label}`} withoutTooltip />}
      >
        <MenuItem icon={Pencil} onSelect={() => onAsk({ action: 'edit', option })}>
          Edit
        </MenuItem>
        <MenuItem icon={ImagePlus} onSelect={() => chooser.current?.click()}>
          {option.picture ? 'Another picture…' : 'Add a picture…'}
        </MenuItem>
        {option.picture && (
          <MenuItem icon={ImageOff} onSelect={() => removePicture.mutate(option)}>
            Remove the picture
          </MenuItem>
        )}
        {judged && option.verdict === null && (
          <MenuItem icon={CircleX} onSelect={() => onAsk({ action: 'reject', option })}>
            Reject this one…
          </MenuItem>
        )}
        {judged && option.verdict === 'rejected' && (
          <MenuItem icon={Undo2} onSelect={() => update.mutate({ verdict: null })}>
            Take the rejection back
          </MenuItem>
        )}
        {open && <MenuSeparator />}
        {open && (
          <MenuItem icon={Trash2} danger onSelect={() => remove.mutate(option)}>
            Remove
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
