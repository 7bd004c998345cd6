import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
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

/** Larger, smaller, as it fits: in the same place for pages and pictures. */
export function ZoomBar({ zoom, min, max, onIn, onOut, onFit, children }: ZoomBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Zoom"
      className="absolute bottom-4 start-1/2 z-10 flex -translate-x-1/2 items-center gap-1 rounded-xl border border-line bg-surface p-1 shadow-lg rtl:translate-x-1/2"
    >
      {children}
      <IconButton icon={ZoomOut} size="sm" label="Smaller" disabled={zoom <= min} onClick={onOut} />
      <span aria-live="polite" className="w-12 text-center text-[0.8125rem] tabular-nums">
        {Math.round(zoom * 100)} %
      </span>
      <IconButton icon={ZoomIn} size="sm" label="Larger" disabled={zoom >= max} onClick={onIn} />
      <IconButton icon={Maximize} size="sm" label="As it fits" onClick={onFit} />
    </div>
  );
}
