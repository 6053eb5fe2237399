// What was dropped on the page → its files, folders walked to their ends. Not its job: what the files hold.
import type { GivenFile } from './result-files.ts';

/** Files of a drop; a folder gives all that lie in it. */
export async function filesOfDrop({ items, files }: DataTransfer): Promise<readonly GivenFile[]> {
  const entries = [...items].flatMap((item) => { const entry = item.webkitGetAsEntry(); return entry ? [entry] : []; });
  if (entries.length === 0) return filesOfField(files);
  return (await Promise.all(entries.map(filesOfEntry))).flat();
}

/** Files that were chosen; from a folder they carry their path. */
export const filesOfField = (files: FileList | null): readonly GivenFile[] => [...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

async function filesOfEntry(entry: FileSystemEntry): Promise<readonly GivenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  const found: GivenFile[] = [];
  for (const inside of await entriesOf(entry as FileSystemDirectoryEntry)) found.push(...(await filesOfEntry(inside)));
  return found;
}

/** A folder gives its entries by the hundred, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
