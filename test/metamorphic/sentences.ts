// One short sentence for every form of every problem in the lexicons: "Patient has sciatica."
// They show each word alone, as the notes show words together. Forms that need other words beside them give a sentence that says nothing.
import type { Knowledge } from '../../src/index.ts';
import type { NoteInput } from '../../src/wire.ts';

/** The stem of the sentences; transformations rewrite it. */
export const STEM = 'Patient has ';

/** One note for each problem form, in the order of the lexicons. */
export function problemSentences({ concepts, forms: said }: Knowledge): NoteInput[] {
  const forms = [...concepts.values()].filter(({ axis }) => axis === 'problem').flatMap(({ id }) => said.get(id)!.forms.map((form) => ({ id, form })));
  return forms.map(({ id, form }) => ({ id: `${id} "${form}"`, text: `${STEM}${form}.` }));
}
