import { useState } from 'react';
import { ChangedMeanwhile, saveOver } from './save-over';

interface UseSaveOver<Row extends { rowVersion: number }> {
  read: Row;
  send: (body: object, headers: { 'If-Match': string }) => Promise<Row>;
  reload: () => Promise<Row>;
  onSaved: (row: Row) => void;
  /** Anything but a clash. */
  onProblem: (error: unknown) => void;
}

/** Saves changes over those of others, and holds the clash that only a person can settle. */
export function useSaveOver<Row extends { rowVersion: number }>(given: UseSaveOver<Row>) {
  const { send, reload, onSaved, onProblem } = given;
  const [read, setRead] = useState(given.read);
  const [busy, setBusy] = useState(false);
  const [clash, setClash] = useState<(ChangedMeanwhile<Row> & { body: object }) | null>(null);

  const save = async (body: object, from = read) => {
    setBusy(true);
    try {
      const saved = await saveOver({ read: from, body, send: (headers) => send(body, headers), reload });
      setClash(null);
      setRead(saved);
      onSaved(saved);
    } catch (error) {
      if (error instanceof ChangedMeanwhile) setClash(Object.assign(error as ChangedMeanwhile<Row>, { body }));
      else onProblem(error);
    } finally {
      setBusy(false);
    }
  };

  const resolve = async (keepTheirs: readonly string[]) => {
    if (!clash) return;
    const rest = Object.fromEntries(Object.entries(clash.body).filter(([field]) => !keepTheirs.includes(field)));
    if (Object.keys(rest).length > 0) return save(rest, clash.current);
    setClash(null);
    setRead(clash.current);
    onSaved(clash.current);
  };

  return { read, save, busy, clash, resolve };
}
