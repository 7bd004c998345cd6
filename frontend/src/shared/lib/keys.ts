import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';

/**
 * Single keys and sequences such as `g o`. They are silent while somebody types (a checkbox takes no letters), while a dialog or menu is open, with
 * Ctrl, Alt or Meta held, and when the person has switched them off (WCAG 2.1.4: speech input types letters).
 */
export type KeyBindings = Record<string, (event: KeyboardEvent) => void>;

const offKey = 'provabook.singleKeys';

function storedOn(): boolean {
  try {
    return localStorage.getItem(offKey) !== 'off';
  } catch {
    return true;
  }
}

export const useSingleKeys = create<{ on: boolean }>()(() => ({ on: storedOn() }));

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(offKey, on ? 'on' : 'off');
  } catch {
    // Storage is closed to us: the choice holds until the page is left.
  }
  useSingleKeys.setState({ on });
}

const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How a chord is written on this keyboard: `⌘K` or `Ctrl K`. */
export const chord = (key: string): string => (onMac ? `⌘${key}` : `Ctrl ${key}`);

/** How long the second key of a sequence may take. */
export const pauseMs = 1_200;

/** @param bindings by key: `n`, `/`, `?`, `g o` */
export function useKeys(bindings: KeyBindings): void {
  const act = useEffectEvent((sequence: string, event: KeyboardEvent): boolean => {
    const run = bindings[sequence];
    if (!run) return false;
    event.preventDefault();
    run(event);
    return true;
  });

  useEffect(() => {
    let first = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (!useSingleKeys.getState().on || isElsewhere(event)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const sequence = first ? `${first} ${key}` : key;
      clearTimeout(timer);
      first = '';
      if (act(sequence, event) || (sequence !== key && act(key, event)) || key.length > 1) return;
      first = key;
      timer = setTimeout(() => (first = ''), pauseMs);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      clearTimeout(timer);
    };
  }, []);
}

const typedInto = 'input:not([type=checkbox]), textarea, select, [role=menu], [role=listbox]';

function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest(typedInto)) return true;
  return document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;
}
