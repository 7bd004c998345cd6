import { FileText } from 'lucide-react';
import { type FormEvent, useId } from 'react';
import { formatSize, plural } from '../lib/format';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { type Option, Select } from '../ui/Input';
import { kindCode, kindOf, kindOptions } from './kinds';
import type { FileToSend } from './send';

interface AddFilesDialogProps {
  /** With what they seem to be. */
  files: readonly FileToSend[];
  /** The lines of the order; none where the files are of one line or sample anyway. */
  lines: readonly Option[];
  onChange: (at: number, change: Partial<FileToSend>) => void;
  onAdd: () => void;
  onClose: () => void;
}

/** What was dropped, with what it seems to be: Enter takes it so. */
export function AddFilesDialog({ files, lines, onChange, onAdd, onClose }: AddFilesDialogProps) {
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd();
  };
  const all = plural(files.length, 'file');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Add ${all}`}
      description="Kind and line are guessed from the names. Put right what is not so."
      size="lg"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {/* Ready for Enter: most of the time the guess is right. */}
          <Button type="submit" form={formId} variant="primary" autoFocus>
            Add {all}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <ul className="divide-y divide-line">
          {files.map((each, at) => (
            <li
              key={`${at}-${each.file.name}`}
              className="flex flex-col gap-2 py-3 first:pt-0 sm:flex-row sm:items-center sm:gap-4"
            >
              <div className="flex min-w-0 flex-1 items-center gap-3">
                <FileText aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
                <div className="min-w-0 text-sm">
                  <p className="break-words font-medium">{each.file.name}</p>
                  <p className="text-[0.8125rem] text-muted">{formatSize(each.file.size)}</p>
                </div>
              </div>
              <Field label={`Kind of ${each.file.name}`} hideLabel className="sm:w-44">
                <Select
                  value={kindCode({ category: each.category ?? 'other', subcategory: each.subcategory ?? null })}
                  options={kindOptions}
                  onChange={(event) => onChange(at, kindOf(event.target.value))}
                />
              </Field>
              {lines.length > 0 && (
                <Field label={`Line of ${each.file.name}`} hideLabel className="sm:w-52">
                  <Select
                    value={each.orderLineId ?? ''}
                    options={lines}
                    placeholder="The whole order"
                    onChange={(event) => onChange(at, { orderLineId: event.target.value || null })}
                  />
                </Field>
              )}
            </li>
          ))}
        </ul>
      </form>
    </Dialog>
  );
}
