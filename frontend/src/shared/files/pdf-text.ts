import { pdfjs } from 'react-pdf';
import { pdfOptions } from './preview/pdf-options';

/** The words of the first page of a PDF, in the order of the file; empty for a scan. @throws for what is damaged or locked */
export async function firstPageText(file: File): Promise<string> {
  const loading = pdfjs.getDocument({ ...pdfOptions, data: await file.arrayBuffer() });
  try {
    const page = await (await loading.promise).getPage(1);
    const { items } = await page.getTextContent();
    return items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .trim();
  } finally {
    await loading.destroy();
  }
}
