import { droppedFiles, pathOf } from './dropped-files';

const file = (fullPath: string) => ({
  isFile: true,
  isDirectory: false,
  fullPath,
  file: (give: (file: File) => void) => give(new File(['x'], fullPath.split('/').at(-1) ?? '')),
});

/** As Chromium gives the content of a folder: some at a time, and then none. */
const folder = (fullPath: string, ...content: object[]) => ({
  isFile: false,
  isDirectory: true,
  fullPath,
  createReader: () => {
    const handfuls = [content.slice(0, 1), content.slice(1), []];
    return { readEntries: (give: (some: object[]) => void) => give(handfuls.shift() ?? []) };
  },
});

const transferOf = (...entries: object[]) =>
  ({ files: [], items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) }) as unknown as DataTransfer;

describe('what is dropped', () => {
  it('is all that lies in the folders, in order, without what systems leave there', async () => {
    const dips = folder(
      '/PO-1182/Lab dips',
      file('/PO-1182/Lab dips/White R2.jpg'),
      file('/PO-1182/Lab dips/Thumbs.db'),
    );
    const found = await droppedFiles(
      transferOf(folder('/PO-1182', file('/PO-1182/.DS_Store'), file('/PO-1182/PI-42.pdf'), dips), file('/mail.eml')),
    );
    expect(found.map(pathOf)).toEqual(['mail.eml', 'PO-1182/Lab dips/White R2.jpg', 'PO-1182/PI-42.pdf']);
  });

  it('is the files themselves where there is no folder', async () => {
    const paper = new File(['x'], 'PI-42.pdf');
    expect(await droppedFiles({ files: [paper], types: ['Files'] } as unknown as DataTransfer)).toEqual([paper]);
  });
});
