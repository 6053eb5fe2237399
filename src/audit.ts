// Codes that someone already chose: valid, specific enough, allowed together, in order, and supported by the note or not.
// In: codes, maybe a note, and a code book. Out: a verdict for each code with the words behind it, what the note supports besides, and edits.
import { readCase, reportCase } from './analyze.ts';
import type { CodeBook } from './book/book.ts';
import { domainBook } from './book/domain-book.ts';
import type { Case } from './code/case.ts';
import { checkCodes } from './code/edits/check-codes.ts';
import { listCodes, wordFault, type Desk, type Fault } from './code/edits/fault.ts';
import { billableBelow, foreignCode, judgeCode } from './code/edits/validity.ts';
import { isReached, meaningsOf, successorsOf } from './code/meanings.ts';
import { codeSetOf } from './code/releases.ts';
import { isForPain } from './code/sequence.ts';
import { lowerFirst } from './lower-first.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import { VERSION } from './version.ts';
import { noteSchema, type Candidate, type Edit, type Evidence, type NoteInput, type Report } from './wire.ts';
import { writeCode } from './write-code.ts';

/**
 * `supported`, `underspecified`, `conflicting`: the note supports it, as the status of the candidate says. `not-supported`: it does not.
 * `invalid`: no billable code on the date. `not-judged`: there is no note, or lumbago has no rule that leads to the code.
 */
export type Verdict = 'supported' | 'underspecified' | 'conflicting' | 'not-supported' | 'invalid' | 'not-judged';

export interface NamedCode { readonly code: string; readonly title: string }

export interface CodeVerdict {
  readonly code: string;
  readonly title?: string;
  readonly verdict: Verdict;
  readonly says: string;
  /** The words of the note for it, or those that speak against it. */
  readonly evidence: readonly Evidence[];
  /** Codes to take instead, those that the note supports where there is a note. */
  readonly instead: readonly NamedCode[];
}

export interface Audit {
  readonly schema: 'lumbago/audit@1';
  readonly engine: Report['engine'];
  readonly note?: { readonly id: string; readonly sha256: string; readonly setting: string };
  readonly codes: readonly CodeVerdict[];
  /** Codes that the note supports and that were not chosen. */
  readonly missing: readonly NamedCode[];
  readonly edits: readonly Edit[];
}

export interface AuditRequest {
  readonly codes: readonly string[];
  readonly note?: NoteInput;
  readonly date?: string;
  readonly setting?: 'outpatient' | 'inpatient';
}

/** What all verdicts look at: the desk of the checks, and the report where there is a note. */
interface Bench { readonly desk: Desk; readonly chosen: readonly string[]; readonly report?: Report }

const isStanding = ({ status }: Candidate): boolean => status !== 'excluded';
const standingOf = ({ report }: Bench): readonly Candidate[] => report?.candidates.filter(isStanding) ?? [];
const named = ({ code, title }: NamedCode): NamedCode => ({ code, title });

/** The codes of the note that take the place of a chosen one: its successors, else codes of the same problem, else those it is misread for, else all. */
function insteadOf(code: string, bench: Bench): readonly NamedCode[] {
  const { desk, chosen } = bench;
  const { knowledge } = desk;
  const standing = standingOf(bench).filter((candidate) => !chosen.includes(candidate.code));
  const successors = namesOf(nextCodes(code, desk), desk);
  const problems = new Set(meaningsOf(code, knowledge).map(({ problem }) => problem));
  const misread = knowledge.misread.get(code)?.instead ?? [];
  const choices = [
    standing.filter((candidate) => successors.some((next) => next.code === candidate.code)),
    standing.filter((candidate) => meaningsOf(candidate.code, knowledge).some(({ problem }) => problems.has(problem))),
    standing.filter((candidate) => misread.includes(candidate.code)),
    standing,
  ];
  return (choices.find((list) => list.length > 0) ?? successors).map(named);
}

/** What takes the place of a code that is not valid: successors, codes below a header, equivalents of another system. */
function nextCodes(code: string, desk: Desk): readonly string[] {
  const { knowledge, book } = desk;
  const heirs = successorsOf(code, knowledge);
  return foreignCode(code, knowledge)?.instead ?? (heirs.length ? heirs : billableBelow(code, book));
}

const namesOf = (codes: readonly string[], { book, knowledge }: Desk): readonly NamedCode[] => codes.flatMap((code) => {
  const title = book.entry(code)?.title ?? knowledge.codes.get(code)?.title;
  return title === undefined ? [] : [{ code, title }];
});

function judgeInvalid(code: string, fault: Fault, bench: Bench): CodeVerdict {
  const { desk } = bench;
  const title = namesOf([code], desk)[0]?.title ?? desk.knowledge.misread.get(code)?.title;
  const { says } = wordFault(fault, desk.knowledge);
  const verdict = fault.kind === 'not-checked' ? 'not-judged' : 'invalid';
  return { code, ...(title !== undefined && { title }), verdict, says, evidence: [], instead: verdict === 'invalid' || desk.knowledge.misread.has(code) ? insteadOf(code, bench) : [] };
}

/** A candidate of the same problem that the note mentions and that is not coded. */
function relatedOf(code: string, { desk: { knowledge }, report }: Bench): Candidate | undefined {
  const problems = meaningsOf(code, knowledge).map(({ problem }) => problem);
  return report?.candidates.find((candidate) => !isStanding(candidate) && meaningsOf(candidate.code, knowledge).some(({ problem }) => problems.includes(problem)));
}

/** What the note says to a valid code. */
function judgeSupport(code: string, title: string, bench: Bench): CodeVerdict {
  const { desk, report } = bench;
  const candidate = report?.candidates.find((one) => one.code === code);
  if (!report) return { code, title, verdict: 'not-judged', says: `Valid and billable on ${desk.date}; no note was given to judge it by.`, evidence: [], instead: [] };
  if (candidate && isStanding(candidate)) {
    return { code, title, verdict: candidate.status as Verdict, says: candidate.because.map(({ says, source }) => `${says} (${source}).`).join(' '), evidence: candidate.evidence, instead: [] };
  }
  const instead = insteadOf(code, bench);
  const told = relatedOf(code, bench);
  if (candidate) return { code, title, verdict: 'not-supported', says: candidate.because.slice(0, 1).map(({ says, source }) => `${says} (${source}).`).join(' '), evidence: candidate.evidence, instead };
  if (!isReached(code, desk.knowledge)) return { code, title, verdict: 'not-judged', says: 'No rule of lumbago leads to this code; compare it with the note by hand.', evidence: [], instead: [] };
  return { code, title, verdict: 'not-supported', says: `It means ${title}, and the note does not document that${told ? `; it tells of ${told.code}, which is not coded: ${lowerFirst(told.because[0]!.says)}` : ''}.`, evidence: told?.evidence ?? [], instead };
}

function judge(code: string, bench: Bench): CodeVerdict {
  const fault = judgeCode(code, bench.desk);
  return fault ? judgeInvalid(code, fault, bench) : judgeSupport(code, bench.desk.book.entry(code)!.title, bench);
}

const UNPROVEN: readonly Verdict[] = ['not-judged', 'not-supported', 'invalid'];

/** Codes that circulate for something else, where nothing shows that they are meant. */
function misreadFaults(verdicts: readonly CodeVerdict[], { knowledge }: Desk): readonly Fault[] {
  return verdicts.filter(({ verdict }) => UNPROVEN.includes(verdict)).flatMap(({ code, title }): readonly Fault[] => {
    const entry = knowledge.misread.get(code);
    return entry ? [{ kind: 'misread-code', codes: [code], words: { title: entry.title ?? title ?? '', taken: entry.taken, because: entry.because, authority: entry.source, successors: listCodes(entry.instead) } }] : [];
  });
}

function deskFor({ note, date, setting }: AuditRequest, { scene, book, knowledge }: { readonly scene: Case | undefined; readonly book: CodeBook | undefined; readonly knowledge: Knowledge }): Desk {
  const codeSet = codeSetOf(date ?? note?.date, knowledge);
  return {
    book: book ?? domainBook(codeSet, knowledge), knowledge, date: codeSet.date, setting: setting ?? note?.setting ?? 'outpatient',
    meanings: (code) => meaningsOf(code, knowledge), ...(scene && { painManagement: isForPain(scene) }),
  };
}

/** Audits chosen codes. @throws ZodError when the note does not have its shape. `book` is an imported release; without one the families that lumbago carries are checked. */
export function auditCodes(request: AuditRequest, knowledge: Knowledge, book?: CodeBook): Audit {
  const { note, date, setting } = request;
  const codes = request.codes.map(writeCode);
  const scene = note && readCase(noteSchema.parse({ ...note, ...(date !== undefined && { date }), ...(setting && { setting }) }), knowledge);
  const report = scene && reportCase(scene);
  const desk = deskFor(request, { scene, book, knowledge });
  const bench: Bench = { desk, chosen: codes, ...(report && { report }) };
  const verdicts = codes.map((code) => judge(code, bench));
  const held = (report?.edits ?? []).filter((edit) => (edit.kind === 'uncertain-outpatient' || edit.kind === 'imaging-only') && edit.codes.some((code) => codes.includes(code)));
  const edits = [...[...checkCodes(codes, desk), ...misreadFaults(verdicts, desk)].map((fault) => wordFault(fault, knowledge)), ...held];
  return {
    schema: 'lumbago/audit@1',
    engine: report?.engine ?? { version: VERSION, knowledge: knowledge.sha256, codeSet: { system: 'ICD-10-CM', ...codeSetOf(date, knowledge) } },
    ...(report && { note: { id: report.note.id, sha256: report.note.sha256, setting: report.note.setting } }),
    codes: verdicts,
    missing: standingOf(bench).filter(({ code }) => !codes.includes(code)).map(named),
    edits: edits.map((edit, at) => ({ ...edit, id: `e${at + 1}` })),
  };
}
