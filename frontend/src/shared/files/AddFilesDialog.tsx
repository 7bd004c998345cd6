import { FileText } from 'lucide-react';
import { type FormEvent, useId } from 'react';
import { pathOf } from '../lib/dropped-files';
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
  onChange: (at: number | 'all', change: Partial<FileToSend>) => void;
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
      description="Kind and line are guessed from the names, what is in the files, and folders. Put right what is not so."
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
        {files.length > 2 && (
          <div className="-mx-3 mb-3 flex flex-col gap-2 rounded-lg bg-sunken px-3 py-2.5 sm:flex-row sm:items-center sm:gap-4">
            <p className="flex-1 text-sm font-medium">All {files.length} of them</p>
            <KindAndLine of="all files" files={files} lines={lines} onChange={(change) => onChange('all', change)} />
          </div>
        )}
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
                  <p className="break-words text-[0.8125rem] text-muted">
                    {[folderOf(each.file), formatSize(each.file.size)].filter(Boolean).join(' · ')}
                  </p>
                </div>
              </div>
              <KindAndLine
                of={each.file.name}
                files={[each]}
                lines={lines}
                onChange={(change) => onChange(at, change)}
              />
            </li>
          ))}
        </ul>
      </form>
    </Dialog>
  );
}

interface KindAndLineProps {
  /** Whose they are, for readers. */
  of: string;
  /** Where they differ, nothing is chosen. */
  files: readonly FileToSend[];
  lines: readonly Option[];
  onChange: (change: Partial<FileToSend>) => void;
}

function KindAndLine({ of, files, lines, onChange }: KindAndLineProps) {
  const kinds = new Set(
    files.map(({ category = 'other', subcategory = null }) => kindCode({ category, subcategory: subcategory ?? null })),
  );
  const places = new Set(files.map(({ orderLineId }) => orderLineId ?? ''));
  const [kind, place] = [kinds, places].map((values) => (values.size === 1 ? [...values][0] : undefined));
  return (
    <>
      <Field label={`Kind of ${of}`} hideLabel className="sm:w-44">
        <Select
          value={kind ?? differs.value}
          options={kind === undefined ? [differs, ...kindOptions] : kindOptions}
          onChange={({ target }) => target.value !== differs.value && onChange(kindOf(target.value))}
        />
      </Field>
      {lines.length > 0 && (
        <Field label={`Line of ${of}`} hideLabel className="sm:w-52">
          <Select
            value={place ?? differs.value}
            options={place === undefined ? [differs, ...lines] : lines}
            placeholder="The whole order"
            onChange={({ target }) => target.value !== differs.value && onChange({ orderLineId: target.value || null })}
          />
        </Field>
      )}
    </>
  );
}

const differs: Option = { value: 'differs', label: 'As below' };

/** The folders that it lay in. */
const folderOf = (file: File): string => pathOf(file).split('/').slice(0, -1).join(' / ');
