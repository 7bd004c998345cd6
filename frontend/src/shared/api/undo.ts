import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { lastChangeOf, offerUndo } from '../lib/last-change';
import { notify, offerOnSuccess } from '../lib/notify';
import { undo } from './generated';

/** Takes back what an event tells, and says so; everything on the screen is read anew. */
export function useUndo() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (eventId: string) => (await undo({ path: { eventId }, throwOnError: true })).data,
    onSuccess: ({ steps }) => {
      const [first, ...others] = steps;
      notify.success(others.length ? `Undone, ${steps.length} changes.` : `Undone: you ${first ?? 'took it back'}.`);
      void queries.invalidateQueries();
    },
  });
}

const typing = 'input, textarea, select, [contenteditable="true"]';

/**
 * What was just done can be taken back: by the button in the toast that tells of it, and by Ctrl+Z outside of fields,
 * there for the last change on this page. Once, around all pages.
 */
export function useUndoOfLastChange(): void {
  const { mutate } = useUndo();
  useEffect(
    () =>
      offerOnSuccess(() => {
        const eventId = offerUndo();
        return eventId ? { label: 'Undo', run: () => mutate(eventId) } : undefined;
      }),
    [mutate],
  );
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(typing)) return;
    const eventId = lastChangeOf(location.pathname);
    if (!eventId) return;
    event.preventDefault();
    mutate(eventId);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
