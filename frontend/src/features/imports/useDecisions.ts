import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ifUnchanged } from '@/shared/api/change';
import { toProblem } from '@/shared/api/errors';
import {
  type DryRunDto,
  getImport,
  type ImportDto,
  updateImport,
  type WorkbookDecisionsDto,
} from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { importKeys, patience } from './api';
import { withDecisions } from './decisions';

/** Clicks that follow one another quickly are sent together. */
const quiet = 350;

export type Decide = (change: (decisions: WorkbookDecisionsDto) => WorkbookDecisionsDto) => void;

/**
 * What the person decides about a dry run: shown at once, sent a moment later, one request at a time. What the server
 * refuses is taken back, with its sentence.
 */
export function useDecisions(read: ImportDto, lastRun: DryRunDto) {
  const queries = useQueryClient();
  const [wanted, setWanted] = useState(read.decisions);
  const latest = useRef({ wanted: read.decisions, read });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<ImportDto | null> | null>(null);
  useEffect(() => {
    latest.current.read = read;
  }, [read]);

  const want = useCallback((decisions: WorkbookDecisionsDto) => {
    latest.current.wanted = decisions;
    setWanted(decisions);
  }, []);

  const send = useCallback(async (): Promise<ImportDto | null> => {
    for (;;) {
      const { wanted: decisions, read: base } = latest.current;
      if (decisions === base.decisions) return base;
      try {
        const answer = await change(base, decisions);
        const settled = latest.current.wanted === decisions;
        const stored = queries.setQueryData<ImportDto>(importKeys.one(base.id), answer) ?? answer;
        latest.current.read = stored;
        if (settled) want(stored.decisions);
      } catch (error) {
        want(latest.current.read.decisions);
        const { detail, errors } = toProblem(error);
        notify.error(Object.values(errors).flat()[0] ?? detail);
        return null;
      }
    }
  }, [queries, want]);

  /** Sends what waits. @returns the import as the server has it then; null when it refused something */
  const flush = useCallback((): Promise<ImportDto | null> => {
    clearTimeout(timer.current);
    sending.current ??= send().finally(() => {
      sending.current = null;
    });
    return sending.current;
  }, [send]);

  const decide = useCallback<Decide>(
    (change) => {
      want(change(latest.current.wanted));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), quiet);
    },
    [flush, want],
  );

  // Who leaves in the middle of it loses nothing.
  useEffect(() => () => void flush(), [flush]);

  const dryRun = useMemo(() => withDecisions(lastRun, wanted, read.decisions), [lastRun, wanted, read.decisions]);
  return { dryRun, decisions: wanted, decide, flush, waiting: wanted !== read.decisions };
}

/** Another tab may have decided meanwhile; what was decided last, here, stands. */
async function change(base: ImportDto, decisions: WorkbookDecisionsDto): Promise<ImportDto> {
  const path = { id: base.id };
  const attempt = async ({ rowVersion }: { rowVersion: number }) => {
    const options = {
      path,
      body: { decisions },
      headers: ifUnchanged({ rowVersion }),
      timeout: patience.reading,
    } as const;
    return (await updateImport({ ...options, throwOnError: true })).data;
  };
  try {
    return await attempt(base);
  } catch (error) {
    if (toProblem(error).status !== 412) throw error;
    const { data } = await getImport({ path, throwOnError: true });
    return attempt(data);
  }
}
