import { ImageOff } from 'lucide-react';
import { createContext, type MouseEvent, type ReactNode, useContext, useState } from 'react';
import { type ReactZoomPanPinchRef, TransformComponent, TransformWrapper } from 'react-zoom-pan-pinch';
import { cx } from '@/shared/lib/cx';
import type { Place } from '../pins';

const [min, max] = [1, 8];

interface View {
  positionX: number;
  positionY: number;
  scale: number;
}

export interface ZoomAll {
  zoomIn: () => void;
  zoomOut: () => void;
  fit: () => void;
}

interface Together extends ZoomAll {
  join: (picture: ReactZoomPanPinchRef | null) => (() => void) | undefined;
  follow: (leader: ReactZoomPanPinchRef, view: View) => void;
}

const Pictures = createContext<Together | null>(null);

/** What is zoomed or moved in one picture is in all of them. @param children given the zoom of all */
export function SyncedPictures({ children }: { children: (zoom: ZoomAll) => ReactNode }) {
  const [together] = useState(movingTogether);
  return <Pictures value={together}>{children(together)}</Pictures>;
}

function movingTogether(): Together {
  const held = new Set<ReactZoomPanPinchRef>();
  const first = () => [...held][0]; // the others follow it
  return {
    join: (picture) => {
      if (!picture) return undefined;
      held.add(picture);
      return () => held.delete(picture);
    },
    follow: (leader, view) => {
      for (const picture of held)
        if (picture.instance !== leader.instance && !same(picture.state, view))
          void picture.setTransform(view.positionX, view.positionY, view.scale, 0);
    },
    zoomIn: () => void first()?.zoomIn(0.5, 0),
    zoomOut: () => void first()?.zoomOut(0.5, 0),
    fit: () => void first()?.resetTransform(0),
  };
}

const same = (one: View, other: View): boolean =>
  one.scale === other.scale && one.positionX === other.positionX && one.positionY === other.positionY;

/** One of the views that move together. */
export function SyncedView({ children }: { children: ReactNode }) {
  const together = useContext(Pictures);
  return (
    <TransformWrapper
      ref={together?.join}
      minScale={min}
      maxScale={max}
      wheel={{ step: 0.2 }}
      panning={{ excluded: ['keeps-still'] }}
      doubleClick={{ disabled: true }}
      onTransform={(leader, view) => together?.follow(leader, view)}
    >
      <TransformComponent
        wrapperClass="!size-full cursor-grab active:cursor-grabbing"
        contentClass="!size-full !grid place-items-center"
      >
        {children}
      </TransformComponent>
    </TransformWrapper>
  );
}

interface SyncedPictureProps {
  url: string;
  name: string;
  /** Where it is pressed, in thousandths, while something is placed on it. */
  onPlace?: (place: Place) => void;
  /** What lies on it. */
  children?: ReactNode;
}

/** One of the pictures that move together. */
export function SyncedPicture({ url, name, onPlace, children }: SyncedPictureProps) {
  const place = (event: MouseEvent<HTMLElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    onPlace?.({
      x: Math.round(((event.clientX - left) / width) * 1000),
      y: Math.round(((event.clientY - top) / height) * 1000),
    });
  };
  return (
    <SyncedView>
      {/* Placing by keys: the pin itself is moved by the arrows. */}
      <span
        role="presentation"
        onClick={onPlace && place}
        className={cx('relative block w-fit max-w-full', onPlace && 'cursor-crosshair')}
      >
        <img src={url} alt={name} draggable={false} className="block max-h-64 max-w-full object-contain lg:max-h-80" />
        {children}
      </span>
    </SyncedView>
  );
}

export function NoPicture({ children }: { children: ReactNode }) {
  return (
    <span className="flex flex-col items-center gap-2 px-4 text-center text-[0.8125rem] text-muted">
      <ImageOff aria-hidden className="size-5" />
      {children}
    </span>
  );
}
