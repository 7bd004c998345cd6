import { useState } from 'react';
import { TransformComponent, TransformWrapper } from 'react-zoom-pan-pinch';
import { FileWarning } from 'lucide-react';
import { EmptyState } from '../../ui/States';
import { PrintCheckButton } from './PrintCheckButton';
import { ZoomBar } from './ZoomBar';

const [min, max] = [1, 8];

interface PictureViewerProps {
  url: string;
  name: string;
  /** An artwork: it is to be printed. Its document. */
  forPrint: string | null;
}

/** A picture that is drawn about with finger or mouse, and made larger by wheel, pinch or button. */
export default function PictureViewer({ url, name, forPrint }: PictureViewerProps) {
  const [pixels, setPixels] = useState<{ width: number; height: number } | null>(null);
  const [zoom, setZoom] = useState<number>(min);
  const [broken, setBroken] = useState(false);
  if (broken) {
    return (
      <EmptyState icon={FileWarning} title="This picture is damaged">
        Your browser cannot show it. Ask whoever sent it to send it again.
      </EmptyState>
    );
  }
  return (
    <TransformWrapper
      minScale={min}
      maxScale={max}
      centerOnInit
      onTransform={(_ref, { scale }) => setZoom(scale)}
      doubleClick={{ mode: 'toggle' }}
    >
      {({ zoomIn, zoomOut, resetTransform }) => (
        <>
          <ZoomBar
            zoom={zoom}
            min={min}
            max={max}
            onIn={() => void zoomIn()}
            onOut={() => void zoomOut()}
            onFit={() => void resetTransform()}
          >
            {forPrint && pixels && <PrintCheckButton fileId={forPrint} pixels={pixels} />}
          </ZoomBar>
          <TransformComponent
            wrapperClass="!size-full cursor-grab active:cursor-grabbing"
            contentClass="!grid !size-full grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] place-items-center p-4 pb-20"
          >
            <img
              src={url}
              alt={name}
              draggable={false}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
                setPixels({ width: naturalWidth, height: naturalHeight })
              }
              onError={() => setBroken(true)}
              className="max-h-full max-w-full rounded-md bg-white object-contain shadow-md"
            />
          </TransformComponent>
        </>
      )}
    </TransformWrapper>
  );
}
