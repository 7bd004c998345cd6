/** More are taken for a slip of the hand: a whole disk. */
export const mostDropped = 200;

/** What systems leave in every folder. */
const isClutter = ({ name }: File) => name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);

/**
 * The files of a drop, with those in dropped folders down to the last, in the order of their paths. A file out of a folder
 * knows its way in `webkitRelativePath`, as one from a chosen folder does. Must be called while the event is handled.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const dropped = [...transfer.files];
  const entries = [...(transfer.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return dropped;
  const found: File[] = [];
  for (const entry of entries) await collect(entry, found);
  return found.filter((file) => !isClutter(file)).sort((a, b) => pathOf(a).localeCompare(pathOf(b)));
}

/** Its name, after the names of the folders it lay in: `Lab dips/White R2.jpg`. */
export const pathOf = ({ webkitRelativePath, name }: File): string => webkitRelativePath || name;

async function collect(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length > mostDropped) return;
  if (entry.isFile) {
    const file = await new Promise<File>((give, fail) => (entry as FileSystemFileEntry).file(give, fail));
    found.push(Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.replace(/^\//, '') }));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A hundred at a time, until there are none.
    const some = await new Promise<FileSystemEntry[]>((give, fail) => reader.readEntries(give, fail));
    if (some.length === 0) return;
    for (const each of some) await collect(each, found);
  }
}
