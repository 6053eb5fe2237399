// Whether a list of codes begins and ends as an official one does. A list cut between two rows shows itself here only.
import { UnreadableInput } from '../read/parts/reader.ts';
import { fiscalYear } from './release-name.ts';
import type { CodeRow } from './parts.ts';

/** From FY2022 on every release ends with the codes for special purposes (U00-U85), before that with chapter 21 (Z). */
const ENDS_WITH_U = '2022';

/** Throws UnreadableInput when the first code is not in A00 or the last one not in the last chapter. */
export function checkListEnds(rows: readonly CodeRow[], { name, release }: { readonly name: string; readonly release: string }): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) throw new UnreadableInput(`${name}: holds no codes; fetch the file again`);
  if (!first.code.startsWith('A00')) throw new UnreadableInput(`${name}: begins with ${first.code}, not with A00: its beginning is missing, or it is not a list of ICD-10-CM; fetch it again`);
  const endings = fiscalYear(release) >= ENDS_WITH_U ? ['U'] : ['U', 'Z'];
  if (!endings.includes(last.code.charAt(0))) throw new UnreadableInput(`${name}: ends with ${last.code}, but the codes of ${release} go on to chapter ${endings.join(' or ')}: the file is cut; fetch it again`);
  if (!last.billable) throw new UnreadableInput(`${name}: ends with the header ${last.code}, below which codes must follow: the file is cut; fetch it again`);
}
