// What an import brought, and what is imported, as text for people. In: results of codeset/. Out: lines.
import type { ImportResult } from '../codeset/import-files.ts';
import type { Conflict, ImportedFile } from '../codeset/parts.ts';
import type { SnomedHeader } from '../codeset/snomed-store.ts';
import type { ReleaseHeader } from '../codeset/store.ts';

/** So many conflicts are shown; all stand in the JSON. */
const SHOWN_CONFLICTS = 5;

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
const plural = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** The summary of an import: files, what was left out and why, releases as they now stand. */
export function renderImport({ imported, leftOut, releases }: ImportResult): string {
  const skipped = leftOut.length === 0 ? [] : ['Left out', ...leftOut.map(({ file, why }) => `  ${file}: ${why}`), ''];
  return [...imported.flatMap(describeFile), ...skipped, ...releases.flatMap(describeRelease)].map((line) => `${line}\n`).join('');
}

function describeFile({ name, kind, release, sha256, container, counts, skipped }: ImportedFile): readonly string[] {
  const numbers = Object.entries(counts).filter(([, count]) => count > 0).map(([what, count]) => `${what} ${grouped(count)}`);
  return [
    `${name} · ${[release, kind].filter(Boolean).join(' ')} · from ${container?.name ?? name}`.replace(` · from ${name}`, ''),
    `  sha256   ${sha256}`,
    ...(container ? [`  of file  ${container.sha256}`] : []),
    `  counts   ${numbers.join(', ')}`,
    ...skipped.map(({ count, why }) => `  skipped  ${grouped(count)}: ${why}`),
    '',
  ];
}

function describeRelease({ release, whole, counts, conflicts }: ImportResult['releases'][number]): readonly string[] {
  const partly = whole ? '' : counts.codes === 0 ? '; no codes yet: import its order file too' : '; not all codes: import its order file too';
  return [
    `${release}: ${plural(counts.billable, 'billable code')}, ${plural(counts.codes - counts.billable, 'header')}, ${plural(counts.index, 'index line')}${partly}`,
    ...(conflicts.length > 0 ? [`  ${plural(conflicts.length, 'code')} on which its files do not agree:`, ...conflicts.slice(0, SHOWN_CONFLICTS).map(describeConflict)] : []),
    ...(conflicts.length > SHOWN_CONFLICTS ? ['  … all of them: --json'] : []),
  ];
}

const describeConflict = ({ code, says }: Conflict): string => `  ${code}: ${says.map((said) => `${said.in} ${said.title === undefined ? 'has it not' : `"${said.title}"`}`).join(', ')}`;

/** One line a release, the oldest first. */
export function renderList(releases: readonly ReleaseHeader[], snomedMap: SnomedHeader | undefined): string {
  const lines = releases.map(({ release, whole, counts, files }) =>
    `${release.padEnd(10)} ${plural(counts.billable, 'billable code').padEnd(22)} ${plural(counts.index, 'index line').padEnd(20)} ${whole ? 'whole' : 'parts'}  ${files.map(({ kind }) => kind).join(', ')}\n`);
  const map = snomedMap ? [`snomed-map ${plural(snomedMap.file.counts['active'] ?? 0, 'row')} from ${snomedMap.file.name}\n`] : [];
  return [...lines, ...map].join('');
}
