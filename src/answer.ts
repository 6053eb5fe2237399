// An answered query → the codes of the note recoded: what the answer changes, and what stays and why that is right.
// In: a report, one of its queries, and the answer. Out: the new report and the difference. Internal view: the provider sees none of it.
import { analyzeNote } from './analyze.ts';
import { domainBook } from './book/domain-book.ts';
import { checkCodes } from './code/edits/check-codes.ts';
import { wordFault, type Desk } from './code/edits/fault.ts';
import { meaningsOf } from './code/meanings.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import { noteSchema, type Candidate, type Query, type Report } from './wire.ts';

/** `choose`: the value of an option. `addendum`: what the provider wrote; it is read like a note, with offsets of its own. */
export interface Answer { readonly query: string; readonly choose?: string; readonly addendum?: string }

export interface Recoding {
  readonly schema: 'lumbago/recoding@1';
  readonly query: Query;
  /** The option that the answer means, by its value; undefined where free text means none of them. */
  readonly chosen?: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly says: readonly string[];
  readonly report: Report;
  /** The report of the addendum, offsets into its own text. */
  readonly addendum?: Report;
}

/** An answer that cannot be taken: what is wrong and what is possible. */
export class AnswerError extends Error { override readonly name = 'AnswerError'; }

const isStanding = ({ status }: Candidate): boolean => status !== 'excluded';
const codesOf = ({ candidates }: Report): readonly string[] => candidates.filter(isStanding).map(({ code }) => code);

function findQuery({ queries }: Report, id: string): Query {
  const query = queries.find((one) => one.id === id);
  if (query) return query;
  throw new AnswerError(`${id}: the report has no query of that id; it has ${queries.map((one) => one.id).join(', ') || 'none'}`);
}

function checkOption(query: Query, choose: string): void {
  if (query.options.some(({ value }) => value === choose)) return;
  throw new AnswerError(`${choose}: is no option of ${query.id}; choose one of ${query.options.map(({ value }) => value).join(', ')}`);
}

const isToldNow = ({ polarity, time, subject }: Report['findings'][number]['assertion']): boolean => polarity === 'present' && time === 'current' && subject === 'patient';

/** The option that the addendum means: the one whose codes it gives for the same problem. */
function optionTold(query: Query, addendum: Report): string | undefined {
  const told = new Set(codesOf(addendum));
  return query.outcomes.find(({ codes }) => codes.length > 0 && codes.every((code) => told.has(code)))?.option
    ?? query.outcomes.find(({ option }) => addendum.findings.some(({ problem, axes, assertion }) => problem === query.about && isToldNow(assertion) && Object.values(axes).some(({ value }) => value === option)))?.option;
}

/** A code from the answer, as a candidate whose evidence is the answer itself. */
function candidateFor(code: string, { query, report }: Pick<Applied, 'query' | 'report'>, { book }: Desk): Candidate {
  const answered = { rule: `answer.${query.id}`, says: 'The provider\'s answer to the query documents it', source: 'Guideline I.A.19' };
  const considered = report.candidates.find((one) => one.code === code);
  if (considered) return { ...considered, status: 'supported', because: [answered, ...considered.because.slice(1)] };
  return { id: '', code, title: book.entry(code)?.title ?? code, billable: true, status: 'supported', findings: [], axes: [], evidence: [], because: [answered] };
}

/** Codes that the new ones make superfluous: of an Excludes1 pair, the one that yields; of a symptom and its diagnosis, the symptom. */
function superfluous(codes: readonly string[], added: readonly string[], desk: Desk): ReadonlyMap<string, string> {
  const faults = checkCodes(codes, desk).filter(({ kind }) => kind === 'symptom-with-diagnosis' || kind === 'excludes1');
  return new Map(faults.flatMap((fault) => {
    const [yielding, staying] = fault.kind === 'symptom-with-diagnosis' ? fault.codes : yieldingFirst(fault.codes, desk);
    return yielding !== undefined && staying !== undefined && added.includes(staying) ? [[yielding, wordFault(fault, desk.knowledge).says] as const] : [];
  }));
}

const yieldingFirst = (pair: readonly string[], { knowledge: { excludes1 } }: Desk): readonly string[] => [pair, [...pair].reverse()].find(([code, other]) =>
  excludes1.some((rule) => code!.startsWith(rule.code) && rule.not.some((prefix) => other!.startsWith(prefix)))) ?? [];

interface Change { readonly out: ReadonlySet<string>; readonly in: readonly string[]; readonly says: readonly string[] }

/** What an option changes: the query's own candidates give way to its codes. */
function changeBy(option: string | undefined, query: Query, report: Report): Change {
  const asked = report.candidates.filter(({ id }) => query.candidates.includes(id)).map(({ code }) => code);
  const outcome = query.outcomes.find((one) => one.option === option);
  if (outcome) return { out: new Set(asked), in: outcome.codes, says: [] };
  const label = query.options.find(({ value }) => value === option)?.label;
  if (option === 'undetermined') return { out: new Set(), in: [], says: [`The provider could not determine it, so ${asked.join(', ') || 'the coding'} stands: an unspecified code is right when the information is not known (Guideline I.B.18${query.axis === 'laterality' ? ', I.B.13' : ''}).`] };
  return { out: new Set(), in: [], says: [option === undefined || option === 'other' ? 'The answer means none of the options; what it documents is read from its own words.' : `"${label ?? option}" changes no code.`] };
}

/** Applies an answer. @throws AnswerError for a query or an option that the report does not have, or an empty answer. */
export function answerQuery(report: Report, answer: Answer, knowledge: Knowledge): Recoding {
  const query = findQuery(report, answer.query);
  if (answer.choose === undefined && !answer.addendum?.trim()) throw new AnswerError(`${query.id}: the answer is empty; choose one of ${query.options.map(({ value }) => value).join(', ')}, or give what the provider wrote`);
  if (answer.choose !== undefined) checkOption(query, answer.choose);
  const { date } = report.engine.codeSet;
  const { id, setting, encounter } = report.note;
  const addendum = answer.addendum === undefined ? undefined : analyzeNote(noteSchema.parse({ id: `${id}-addendum`, text: answer.addendum, setting, date, encounter }), knowledge);
  const chosen = answer.choose === undefined || answer.choose === 'other' ? (addendum && optionTold(query, addendum)) ?? answer.choose : answer.choose;
  const change = changeBy(chosen, query, report);
  const told = change.in.length === 0 && addendum ? codesOf(addendum) : change.in;
  return recode({ report, query, chosen, change: { ...change, in: told }, addendum }, knowledge);
}

/** Codes that a code which goes had kept out come back: the symptom of a diagnosis that was ruled out, unless another diagnosis explains it too. */
function comeBack(gone: readonly string[], kept: readonly string[], { report, desk }: { readonly report: Report; readonly desk: Desk }): readonly string[] {
  const freed = report.candidates.filter(({ status, because }) => status === 'excluded' && /^(?:settle|excludes1)\./.test(because[0]?.rule ?? '') && gone.some((code) => because[0]!.says.includes(code)));
  const stands = (code: string): boolean => !checkCodes([...kept, code], desk).some(({ kind, codes }) => kind === 'symptom-with-diagnosis' && codes[0] === code);
  return freed.map(({ code }) => code).filter(stands);
}

/** External causes are never first, whatever took the place of what they follow (guideline I.C.20.a). */
function causesLast(codes: readonly string[], { codes: entries, following }: Knowledge): readonly string[] {
  const isCause = (code: string): boolean => following.some(({ category }) => category === entries.get(code)?.category);
  return [...codes.filter((code) => !isCause(code)), ...codes.filter(isCause)];
}

interface Applied { readonly report: Report; readonly query: Query; readonly chosen: string | undefined; readonly change: Change; readonly addendum: Report | undefined }

function recode({ report, query, chosen, change, addendum }: Applied, knowledge: Knowledge): Recoding {
  const { codeSet: { release, date } } = report.engine;
  const before = codesOf(report);
  const kept = before.filter((code) => !change.out.has(code) || change.in.includes(code));
  const fresh = change.in.filter((code) => !kept.includes(code));
  const place = before.findIndex((code) => change.out.has(code));
  const placed = place < 0 ? [...kept, ...fresh] : [...kept.slice(0, place), ...fresh, ...kept.slice(place)];
  const desk: Desk = { book: domainBook({ release, date }, knowledge), knowledge, date, setting: report.note.setting, meanings: (code) => meaningsOf(code, knowledge) };
  const joined = [...placed, ...comeBack(before.filter((code) => !placed.includes(code)), placed, { report, desk })];
  const dropped = superfluous(joined, fresh, desk);
  const after = causesLast(joined.filter((code) => !dropped.has(code)), knowledge);
  const candidateOf = (code: string): Candidate => report.candidates.find((one) => one.code === code && isStanding(one)) ?? addendumCandidate(code, addendum) ?? candidateFor(code, { query, report }, desk);
  const candidates = [
    ...after.map((code, at): Candidate => ({ ...candidateOf(code), sequence: at + 1 })),
    ...report.candidates.filter(({ code, status }) => status === 'excluded' && !after.includes(code)),
  ].map((candidate, at) => ({ ...candidate, id: `c${at + 1}` }));
  const edits = checkCodes(after, desk).map((fault, at) => ({ id: `e${at + 1}`, ...wordFault(fault, knowledge) }));
  return {
    schema: 'lumbago/recoding@1', query, ...(chosen !== undefined && { chosen }), before, after,
    added: after.filter((code) => !before.includes(code)), removed: before.filter((code) => !after.includes(code)),
    says: [...change.says, ...dropped.values()],
    report: { ...report, candidates, edits, queries: report.queries.filter((one) => one !== query).map((one) => ({ ...one, candidates: renumber(one.candidates, report, candidates) })) },
    ...(addendum && { addendum }),
  };
}

/** The new ids of candidates that stay, by their codes. */
const renumber = (ids: readonly string[], { candidates: old }: Report, fresh: readonly Candidate[]): string[] => ids.flatMap((id) => {
  const code = old.find((candidate) => candidate.id === id)?.code;
  return fresh.find((candidate) => candidate.code === code)?.id ?? [];
});

/** A code that the addendum states brings its reasons; its words stand in the addendum's own report. */
function addendumCandidate(code: string, addendum: Report | undefined): Candidate | undefined {
  const found = addendum?.candidates.find((one) => one.code === code && isStanding(one));
  return found && { ...found, evidence: [], axes: found.axes.map((axis) => ({ ...axis, evidence: [] })), because: found.because.map(({ evidence: _, ...reason }) => reason) };
}
