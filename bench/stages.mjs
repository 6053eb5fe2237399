// The stages of lumbago apart, on the same notes: what each step of the pipeline costs by itself.
import { assertMentions } from '../dist/assertion/assert-mentions.js';
import { readCase, reportCase } from '../dist/analyze.js';
import { buildFindings } from '../dist/finding/build-findings.js';
import { findMentions } from '../dist/mention/find-mentions.js';
import { readNote } from '../dist/text/read-note.js';
import { tokenize } from '../dist/text/tokenize.js';
import { noteSchema } from '../dist/wire.js';

/** Stage → function from a prepared note to nothing; each does only its own step. */
export function stagesOf(knowledge) {
  const prepare = (text) => {
    const note = noteSchema.parse({ id: 'n', text });
    const reading = readNote(text, knowledge.book);
    const scan = findMentions(reading, knowledge);
    const mentions = assertMentions(reading, scan, knowledge);
    return { text, note, reading, scan, mentions, scene: readCase(note, knowledge) };
  };
  return {
    prepare,
    stages: {
      'tokens': ({ text }) => tokenize(text, knowledge.vocabulary.idOf, knowledge.vocabulary),
      'tokens, sections, sentences': ({ text }) => readNote(text, knowledge.book),
      'mentions': ({ reading }) => findMentions(reading, knowledge),
      'assertion': ({ reading, scan }) => assertMentions(reading, scan, knowledge),
      'findings': ({ reading, scan, mentions }) => buildFindings({ reading, mentions, stops: scan.stops, knowledge, isReport: false }),
      'codes, queries, report': ({ scene }) => reportCase(scene),
    },
  };
}
