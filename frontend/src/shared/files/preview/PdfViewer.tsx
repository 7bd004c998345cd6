import { FileWarning } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Document, Page } from 'react-pdf';
import 'react-pdf/dist/Page/TextLayer.css';
import { plural } from '../../lib/format';
import { EmptyState } from '../../ui/States';
import { pdfOptions } from './pdf-options';
import { Waiting } from './Waiting';
import { ZoomBar } from './ZoomBar';

const [min, max, step] = [0.5, 4, 1.25];
const margin = 32;
/** The page of a letter on a desk; larger is a choice. */
const widest = 900;

/** The pages of a PDF, one below the other. */
export default function PdfViewer({ url, name }: { url: string; name: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [pages, setPages] = useState(0);

  useEffect(() => {
    const measured = frame.current;
    if (!measured) return;
    const observer = new ResizeObserver(() => setWidth(measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);

  const pageWidth = Math.min(width - margin, widest) * zoom;
  return (
    <>
      <ZoomBar
        zoom={zoom}
        min={min}
        max={max}
        onIn={() => setZoom((now) => Math.min(max, now * step))}
        onOut={() => setZoom((now) => Math.max(min, now / step))}
        onFit={() => setZoom(1)}
      >
        {pages > 0 && (
          <span className="whitespace-nowrap px-2 text-[0.8125rem] text-muted">{plural(pages, 'page')}</span>
        )}
      </ZoomBar>
      {/* Focusable, so that the keys of the page scroll it. */}
      <div
        ref={frame}
        tabIndex={0}
        role="region"
        aria-label={`Pages of ${name}`}
        className="absolute inset-0 overflow-auto"
      >
        {width > 0 && (
          <Document
            file={url}
            options={pdfOptions}
            suspense={false} // what is wrong with the file is said here, and takes nothing else of the page with it
            onLoadSuccess={({ numPages }) => setPages(numPages)}
            loading={<Waiting />}
            error={
              <EmptyState icon={FileWarning} title="This PDF cannot be shown">
                It is damaged or protected by a password. Download it to open it on your computer.
              </EmptyState>
            }
            className="flex w-fit min-w-full flex-col items-center gap-4 p-4 pb-20"
          >
            {Array.from({ length: pages }, (_, at) => (
              <Page
                key={at}
                pageNumber={at + 1}
                width={pageWidth}
                renderAnnotationLayer={false}
                suspense={false}
                loading=""
                className="shadow-md"
              />
            ))}
          </Document>
        )}
      </div>
    </>
  );
}
