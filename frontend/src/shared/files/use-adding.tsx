import { type ReactNode, useState } from 'react';
import type { DocumentDto } from '../api/generated';
import { mostDropped } from '../lib/dropped-files';
import { notify } from '../lib/notify';
import type { Option } from '../ui/Input';
import { AddFilesDialog } from './AddFilesDialog';
import { type FilesPart, guessesOf } from './api';
import type { FileToSend } from './send';
import { type Uploads, useUploads } from './use-uploads';

interface Adding {
  uploads: Uploads;
  /** Asks what they are, once, then sends them. */
  take: (files: readonly File[]) => void;
  /** Sends it in place of a document. */
  replace: (replaces: DocumentDto, file: File) => void;
  dialog: ReactNode;
}

/** Everything between a drop and the list: the guess, the question, the sending. */
export function useAdding(part: FilesPart, lines: readonly Option[]): Adding {
  const [asked, setAsked] = useState<readonly FileToSend[] | null>(null);
  const uploads = useUploads(part, ({ fileName, version }, { replaces }) => {
    if (replaces) notify.success(`${fileName} is version ${version} now.`);
  });
  const place = { orderLineId: part.orderLineId, sampleId: part.sampleId };

  const take = async (dropped: readonly File[]) => {
    const files = dropped.slice(0, mostDropped);
    if (files.length < dropped.length)
      notify.error(`Only the first ${mostDropped} files are taken.`, 'Add the rest once these are there.');
    const guesses = await guessesOf(part.orderId, files);
    const fixed = part.orderLineId !== undefined || part.sampleId !== undefined;
    const fresh = files.map((file, at) => ({ ...guesses[at], ...(fixed && place), file }));
    setAsked((before) => [...(before ?? []), ...fresh]); // a second handful does not push the first one out
  };
  return {
    uploads,
    take: (files) => void take(files),
    replace: (replaces, file) => uploads.start([{ file, replaces }]),
    dialog: asked && (
      <AddFilesDialog
        files={asked}
        lines={lines}
        onClose={() => setAsked(null)}
        onChange={(at, change) =>
          setAsked(
            (all) => all && all.map((each, index) => (at === index || at === 'all' ? { ...each, ...change } : each)),
          )
        }
        onAdd={() => {
          setAsked(null);
          uploads.start(asked);
        }}
      />
    ),
  };
}
