// Whether a list of codes begins and ends as an official one does. A list cut between two rows shows itself here only.
import { UnreadableInput } from '../read/parts/reader.ts';
import { fiscalYear } from './release-name.ts';
import type { CodeRow } from './parts.ts';

/** From FY2022 on every release has codes for special purposes (U00-U85), which official files have at their end. */
const FIRST_WITH_U = '2022';

/** Throws UnreadableInput when the first code is not in A00, the last one not in the last chapters, or those of chapter U are missing. */
export function checkListEnds(rows: readonly CodeRow[], { name, release }: { readonly name: string; readonly release: string }): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) throw new UnreadableInput(`${name}: holds no codes; fetch the file again`);
  if (!first.code.startsWith('A00')) throw new UnreadableInput(`${name}: begins with ${first.code}, not with A00: its beginning is missing, or it is not a list of ICD-10-CM; fetch it again`);
  const needsU = fiscalYear(release) >= FIRST_WITH_U;
  const isComplete = /^[UZ]/.test(last.code) && (!needsU || rows.some(({ code }) => code.startsWith('U')));
  if (!isComplete) throw new UnreadableInput(`${name}: ends with ${last.code}, but the codes of ${release} go on to chapter ${needsU ? 'U' : 'Z'}: the file is cut; fetch it again`);
  if (!last.billable) throw new UnreadableInput(`${name}: ends with the header ${last.code}, below which codes must follow: the file is cut; fetch it again`);
}
