const megabyte = 1024 * 1024;
const mostMegabytes = 10;

/** A file that need not travel to be refused; the message is for the person who dropped it. */
export class UnfitFile extends Error {}

/** @throws UnfitFile what the server would refuse too, after minutes on a slow line, or could never receive */
export async function checkUnsent(file: File): Promise<void> {
  if (file.size > mostMegabytes * megabyte) {
    throw new UnfitFile(
      `It has ${Math.ceil(file.size / megabyte)} MB; up to ${mostMegabytes} MB can be read. ` +
        'Take out pictures and old sheets, save it and drop it again.',
    );
  }
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new UnfitFile('It cannot be read: it is a folder, or it was moved or changed meanwhile. Drop it once more.');
  }
  if (file.size === 0) throw new UnfitFile('It is empty. Save the workbook once more and drop it again.');
}
