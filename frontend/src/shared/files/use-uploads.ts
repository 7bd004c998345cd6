import { useEffect, useRef, useState } from 'react';
import { newIdempotencyKey } from '../api/change';
import type { DocumentDto } from '../api/generated';
import { notify } from '../lib/notify';
import { type FilesPart, useFileNews } from './api';
import { type FileToSend, NotKept, sendFile } from './send';

/** One file on its way; what was kept is in the list, and no longer here. */
export interface Upload {
  key: string;
  sent: FileToSend;
  /** 0 to 1 */
  progress: number;
  /** It waits for the line. */
  paused: boolean;
  giveUp: AbortController;
  /** Null while it is on its way. */
  refused: NotKept | null;
}

/** So many at a time: one slow line is shared. */
const atOnce = 3;

/** Sends files, each by itself: one that is refused stays here with its reason, and takes no other with it. */
export function useUploads(part: FilesPart, onKept?: (kept: DocumentDto, sent: FileToSend) => void) {
  const askAgain = useFileNews();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const waiting = useRef<Upload[]>([]);
  const running = useRef(0);
  /** Nobody sees the list any more: what is refused then is told by a toast. */
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  const update = (key: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const dismiss = (key: string) => setUploads((all) => all.filter((each) => each.key !== key));

  /** Whatever has arrived of it goes again. */
  const cancel = ({ key, giveUp }: Upload) => {
    waiting.current = waiting.current.filter((each) => each.key !== key);
    giveUp.abort();
    dismiss(key);
  };

  const next = async (): Promise<void> => {
    const upload = running.current < atOnce ? waiting.current.shift() : undefined;
    if (!upload) return;
    running.current += 1;
    const { key, sent, giveUp } = upload;
    try {
      const kept = await sendFile(part, sent, {
        key,
        signal: giveUp.signal,
        onProgress: (progress) => update(key, { progress }),
        onPause: (paused) => update(key, { paused }),
      });
      dismiss(key);
      onKept?.(kept, sent);
    } catch (error) {
      const refused = error instanceof NotKept ? error : new NotKept('The file could not be sent.');
      update(key, { refused });
      if (left.current && !giveUp.signal.aborted) notify.error(`${sent.file.name} was not added.`, refused.detail);
    }
    running.current -= 1;
    askAgain();
    await next();
  };

  const start = (files: readonly FileToSend[]) => {
    const fresh = files.map((sent) => ({
      key: newIdempotencyKey(),
      sent,
      progress: 0,
      paused: false,
      giveUp: new AbortController(),
      refused: null,
    }));
    waiting.current.push(...fresh);
    setUploads((all) => [...all, ...fresh]);
    for (let slot = 0; slot < atOnce; slot += 1) void next();
  };

  const retry = (upload: Upload, again = false) => {
    dismiss(upload.key);
    start([{ ...upload.sent, again: again || upload.sent.again }]);
  };

  return { uploads, start, retry, cancel, dismiss };
}

export type Uploads = ReturnType<typeof useUploads>;
