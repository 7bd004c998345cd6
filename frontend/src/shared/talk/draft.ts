import { useState } from 'react';
import { useActor } from '../session';

/** What was typed and not sent yet, kept in this browser for its writer: it survives a reload. */
export function useDraft(of: string): [string, (text: string) => void] {
  const { id } = useActor();
  const key = `provabook.draft.${id}.${of}`;
  const [text, setText] = useState(() => read(key));
  const keep = (next: string) => {
    setText(next);
    write(key, next);
  };
  return [text, keep];
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // Storage is closed to us: the draft lives until the page is left.
  }
}
