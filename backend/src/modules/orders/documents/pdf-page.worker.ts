import { parentPort, workerData } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** What the thread, which draws one page and ends, is given. */
export interface PageTask {
  pdf: Uint8Array;
  /** Of the longer side of the picture, in pixels. */
  edge: number;
  /** Of PDFium, the file included, in bytes. */
  memory: number;
}

/** The first page. Four bytes a pixel: red, green, blue, and no transparency. */
export interface PagePicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

const PAGE = 65_536;
let granted = 0;

/** PDFium asks for memory as a file needs it, up to two gigabytes: here it hears no sooner. */
function boundMemory(most: number): void {
  const { prototype } = WebAssembly.Memory;
  const grow = Reflect.get(prototype, 'grow') as (this: WebAssembly.Memory, pages: number) => number;
  prototype.grow = function (pages) {
    granted += pages * PAGE;
    if (granted > most) throw new RangeError('The PDF needs too much memory.');
    return grow.call(this, pages);
  };
}

async function firstPage({ pdf, edge, memory }: PageTask): Promise<PagePicture> {
  boundMemory(memory);
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  if (document.getPageCount() < 1) throw new Error('The PDF has no page.');
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = edge / Math.max(originalWidth, originalHeight);
  const side = (points: number) => Math.max(1, Math.round(points * scale));
  const { width, height, data } = await page.render({
    width: side(originalWidth),
    height: side(originalHeight),
    render: ({ data }) => Promise.resolve(data),
  });
  return { width, height, pixels: data };
}

void firstPage(workerData as PageTask).then((picture) => parentPort?.postMessage(picture));
