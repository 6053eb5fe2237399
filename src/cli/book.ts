// The code book that commands look things up in: an imported release where there is one for the date, else the families that lumbago carries.
import type { CodeBook } from '../book/book.ts';
import { domainBook, readingsOf } from '../book/domain-book.ts';
import { importedBook } from '../book/imported-book.ts';
import { codeSetOf } from '../code/releases.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import { UnreadableInput } from '../read/parts/reader.ts';
import { CliFailure, EXIT } from './exit.ts';
import type { Io } from './io.ts';

/** The book of the release in force on the date; without a date, of the newest. @throws CliFailure when an imported release is damaged. */
export async function openBook(date: string | undefined, knowledge: Knowledge, io: Io): Promise<CodeBook> {
  const codeSet = codeSetOf(date, knowledge);
  const domain = domainBook(codeSet, knowledge);
  const { dataFolder } = await import('../codeset/data-folder.ts');
  const { listReleases, loadRelease, releaseFor } = await import('../codeset/store.ts');
  const folder = dataFolder(io.env);
  try {
    const release = await releaseFor(codeSet.date, folder);
    const source = release === undefined ? undefined : await loadRelease(release, folder);
    if (source && source.entries.length > 0) return importedBook(source, domain, readingsOf(knowledge));
    const others = (await listReleases(folder)).filter(({ counts }) => counts.codes > 0).map((one) => one.release);
    if (others.length) io.writeError(`lumbago: ${others.join(', ')} imported, but ${codeSet.date} lies in ${codeSet.release}: only lumbago's own families are looked at; give --date, or import ${codeSet.release}\n`);
    return domain;
  } catch (error) {
    if (error instanceof UnreadableInput) throw new CliFailure(EXIT.unreadable, error.message);
    throw error;
  }
}
