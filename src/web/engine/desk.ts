// The tasks of the worker that wait until someone asks: loaded on the first of them, so that the first look at a note loads none.
import { analyzeNote } from '../../analyze.ts';
import { answerQuery } from '../../answer.ts';
import { auditCodes } from '../../audit.ts';
import { domainBook } from '../../book/domain-book.ts';
import { codeSetOf } from '../../code/releases.ts';
import { describeCode } from '../../describe/describe-code.ts';
import { explainCode } from '../../explain.ts';
import type { Knowledge } from '../../lexicon/knowledge.ts';
import { createAnalyzer } from '../../index.ts';
import { proveCode } from '../../prove.ts';
import { timelineOf } from '../../timeline.ts';
import type { Note } from '../../wire.ts';
import { readFile } from './read-file.ts';
import type { Alternative, Tasks } from './tasks.ts';

type Desk = { readonly [Name in Exclude<keyof Tasks, 'analyze' | 'releases' | 'search' | 'warm'>]: (input: Tasks[Name]['in'], knowledge: Knowledge) => Tasks[Name]['out'] | Promise<Tasks[Name]['out']> };

const reported = (note: Note, knowledge: Knowledge): readonly { readonly code: string; readonly title: string }[] =>
  analyzeNote(note, knowledge).candidates.filter(({ status }) => status !== 'excluded').map(({ code, title }) => ({ code, title }));

function listAlternatives(note: Note, knowledge: Knowledge): readonly Alternative[] {
  const now = reported(note, knowledge);
  const others: readonly (Pick<Alternative, 'what' | 'value'> & { readonly note: Note })[] = [
    ...(['outpatient', 'inpatient'] as const).filter((value) => value !== note.setting).map((value) => ({ what: 'setting' as const, value, note: { ...note, setting: value } })),
    ...(['initial', 'subsequent', 'sequela'] as const).filter((value) => value !== note.encounter).map((value) => ({ what: 'encounter' as const, value, note: { ...note, encounter: value } })),
  ];
  return others.map(({ what, value, note: other }) => {
    const then = reported(other, knowledge);
    return { what, value, added: then.filter(({ code }) => !now.some((one) => one.code === code)), removed: now.filter(({ code }) => !then.some((one) => one.code === code)) };
  });
}

export const DESK: Desk = {
  explain: ({ report, code }, knowledge) => explainCode(report, code, knowledge),
  describe: ({ code, date }, knowledge) => {
    const codeSet = codeSetOf(date, knowledge);
    return describeCode(code, { book: domainBook(codeSet, knowledge), knowledge, date: codeSet.date });
  },
  prove: ({ note, report, code }, knowledge) => proveCode({ note, report }, code, knowledge),
  audit: ({ codes, note, date }, knowledge) => auditCodes({ codes, ...(note && { note }), ...(date !== undefined && { date }) }, knowledge),
  lint: ({ query, note }, knowledge) => createAnalyzer({ knowledge }).lint(query, note),
  answer: ({ report, answer }, knowledge) => answerQuery(report, answer, knowledge),
  timeline: (note, knowledge) => timelineOf(note, knowledge),
  alternatives: listAlternatives,
  read: ({ name, bytes }) => readFile(name, bytes),
};
