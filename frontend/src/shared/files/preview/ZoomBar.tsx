import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { IconButton } from '../../ui/IconButton';

interface ZoomBarProps {
  /** 1 is the width of the screen. */
  zoom: number;
  min: number;
  max: number;
  onIn: () => void;
  onOut: () => void;
  onFit: () => void;
  children?: ReactNode;
}

/** Larger, smaller, as it fits: in the same place for pages and pictures, and by the keys +, - and 0. */
export function ZoomBar({ zoom, min, max, onIn, onOut, onFit, children }: ZoomBarProps) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return; // those are the browser's own
    if (target instanceof Element && target.closest('input, select, textarea')) return;
    if ((key === '+' || key === '=') && zoom < max) onIn();
    else if (key === '-' && zoom > min) onOut();
    else if (key === '0') onFit();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);

  return (
    <div
      role="toolbar"
      aria-label="Zoom"
      className="absolute bottom-4 start-1/2 z-10 flex -translate-x-1/2 items-center gap-1 rounded-xl border border-line bg-surface p-1 shadow-lg rtl:translate-x-1/2"
    >
      {children}
      <IconButton icon={ZoomOut} size="sm" label="Smaller (-)" disabled={zoom <= min} onClick={onOut} />
      <span aria-live="polite" className="w-12 text-center text-[0.8125rem] tabular-nums">
        {Math.round(zoom * 100)} %
      </span>
      <IconButton icon={ZoomIn} size="sm" label="Larger (+)" disabled={zoom >= max} onClick={onIn} />
      <IconButton icon={Maximize} size="sm" label="As it fits (0)" onClick={onFit} />
    </div>
  );
}
