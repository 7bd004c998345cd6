import { request } from 'node:http';

export const TUS = { 'Tus-Resumable': '1.0.0' };

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The headers that begin an upload. */
export const beginning = (orderId: string, fileName: string, size: number): Record<string, string> => ({
  ...TUS,
  'Upload-Length': String(size),
  'Upload-Metadata': `orderId ${base64(orderId)},filename ${base64(fileName)}`,
});

/** The headers of a part. */
export const part = (offset: number): Record<string, string> => ({
  ...TUS,
  'Upload-Offset': String(offset),
  'Content-Type': 'application/offset+octet-stream',
});

/** Announces so many bytes, sends only these, and hangs up once they are on the line. */
export function breakOff(
  url: string,
  headers: Record<string, string>,
  bytes: Buffer,
  announced: number,
): Promise<void> {
  return new Promise((resolve) => {
    const sent = request(url, { method: 'PATCH', headers: { ...headers, 'Content-Length': String(announced) } });
    sent.on('error', () => undefined);
    sent.on('close', resolve);
    sent.write(bytes, () => setTimeout(() => sent.destroy(), 300));
  });
}
