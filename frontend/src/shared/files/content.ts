/** What a file has in it that tells its kind. */
export interface FileContent {
  /** The words of its first page. */
  text?: string;
  width?: number;
  height?: number;
}

/** Larger ones are known by their names. */
const largestRead = 25 * 1024 * 1024;
const mostLetters = 4000;
const patience = 4_000;

/** Looks into PDFs and PNGs before anybody is asked what they are; nothing where that cannot be told, or takes long. */
export async function contentOf(file: File): Promise<FileContent> {
  try {
    if (file.type === 'image/png') return await sizeOfPng(file);
    if (file.type !== 'application/pdf' || file.size > largestRead) return {};
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
    const { firstPageText } = await import('./pdf-text');
    const text = await Promise.race([firstPageText(file), late]);
    return text ? { text: text.slice(0, mostLetters) } : {};
  } catch {
    return {}; // damaged, or locked by a password: the name has to do
  }
}

const pngSignature = 0x89504e47;
/** What the server takes; nothing drawn is larger. */
const mostPixels = 1_000_000;

/** A PNG says its size in the first block, after its signature. What only calls itself one says nothing. */
async function sizeOfPng(file: File): Promise<FileContent> {
  const head = new DataView(await file.slice(0, 24).arrayBuffer());
  if (head.getUint32(0) !== pngSignature) return {};
  const [width, height] = [head.getUint32(16), head.getUint32(20)];
  return [width, height].every((side) => side > 0 && side <= mostPixels) ? { width, height } : {};
}
