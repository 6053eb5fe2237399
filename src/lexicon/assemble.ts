// Parsed lexicons with their forms cut → Knowledge: look-up tables for everything. Built once, frozen, never changed.
// It checks nothing, so that what a build has checked loads in a few milliseconds.
import { groupBy } from '../group.ts';
import type { SectionBook } from '../text/read-note.ts';
import { idsOf } from '../text/vocabulary.ts';
import { expandCodes } from './expand.ts';
import type { BindingRule, CodeEntry, ConceptForms, DecisionTable, Knowledge, TermConcept } from './knowledge.ts';
import type { Lexicons } from './parse.ts';
import type { Family } from './schema.ts';
import type { FormTable } from './forms.ts';
import { childOf, NO_NODE, nodesLeadingTo, ROOT, walkForms } from './trie.ts';

function makeBook(table: FormTable, lexicons: CoreLexicons): SectionBook {
  const roles = new Map(lexicons.sections.sections.map(({ kind, role }) => [kind, role] as const));
  const goesOn = idsOf(table.vocabulary, lexicons.abbreviations.goesOn);
  const refersBack = idsOf(table.vocabulary, lexicons.sections.refersBack);
  const neverEnd = idsOf(table.vocabulary, lexicons.abbreviations.neverEnd);
  const leads = nodesLeadingTo(table.trie, ({ kind }) => kind === 'section');
  leads[NO_NODE] = 0;
  return {
    vocabulary: table.vocabulary,
    neverEnds: (norm) => neverEnd.has(norm),
    goesOn: (norm) => goesOn.has(norm),
    refersBack: (norm) => refersBack.has(norm),
    headerAt: (tokens, at) => {
      if (leads[childOf(table.trie, ROOT, tokens.norm[at]!)] === 0) return undefined;
      let kind: string | undefined, end = at;
      walkForms(table.trie, tokens.norm, { from: at, limit: tokens.count, isBreak: () => false }, (to, entries) => {
        const section = entries.find((entry) => entry.kind === 'section');
        if (section) { kind = section.id; end = to; }
      });
      return kind === undefined ? undefined : { kind, role: roles.get(kind) ?? 'narrates', to: end };
    },
  };
}

/** From every axis whose values have areas: "level L4-L5" or "site neck" → area. */
function areasOfSpine(lexicons: CoreLexicons): ReadonlyMap<string, string> {
  const areas = new Map<string, string>();
  for (const axis of lexicons.axes.axes) {
    const areaOf = new Map(axis.values.map(({ value, area }) => [value, area] as const));
    for (const [source, map] of Object.entries(axis.reads ?? {})) {
      for (const [said, value] of Object.entries(map)) {
        const area = areaOf.get(value);
        if (area) areas.set(`${source} ${said}`, area);
      }
    }
  }
  return areas;
}

/** Problems whose tables look at an axis with areas of the spine. */
function problemsOfSpine({ axes: { axes }, families }: CoreLexicons): ReadonlySet<string> {
  const regional = new Set(axes.filter(({ values }) => values.some(({ area }) => area !== undefined)).map(({ id }) => id));
  return new Set(families.flatMap(({ content }) => content.tables.filter((table) => table.axes.some((axis) => regional.has(axis))).flatMap(({ problems }) => problems)));
}

const firstByValue = (concepts: readonly TermConcept[]): ReadonlyMap<string, TermConcept> =>
  new Map([...concepts].reverse().map((concept) => [concept.value, concept]));

function tablesByProblem(lexicons: CoreLexicons): ReadonlyMap<string, readonly DecisionTable[]> {
  const tables = new Map<string, DecisionTable[]>();
  for (const { content: family } of lexicons.families) {
    for (const decision of decisionsOf(family)) {
      for (const problem of decision.problems) tables.set(problem, [...(tables.get(problem) ?? []), decision]);
    }
  }
  return tables;
}

const decisionsOf = (family: Family): readonly DecisionTable[] =>
  family.tables.map((table) => ({ ...table, category: family.category, parts: family.parts }));

/** What only looking things up needs; the bundled one is parsed on first use. */
export interface Shelf extends Pick<Knowledge, 'index' | 'search'> {
  readonly forms: Readonly<Record<string, ConceptForms>>;
}

/** The Tabular List, as edits and look-ups read it; the bundled one is parsed on first use. */
export type TabularList = Pick<Knowledge, 'tabular' | 'readings'>;

/** Lexicons without what is parsed on first use. */
export type CoreLexicons = Omit<Lexicons, 'tabular' | 'readings' | 'index' | 'search'>;

export interface KnowledgeParts {
  readonly sha256: string;
  readonly lexicons: CoreLexicons;
  readonly codes: readonly CodeEntry[];
  readonly table: FormTable;
  readonly tabularList: () => TabularList;
  readonly shelf: () => Shelf;
}

/** All codes of the families, with titles and dates. */
export const codesOf = ({ families }: Lexicons): readonly CodeEntry[] => families.flatMap(({ content }) => expandCodes(content));

export const tabularListOf = ({ tabular, readings }: Lexicons): TabularList => ({ tabular: tabular.flatMap(({ content }) => content.entries), readings: readings.readings });

export const shelfOf = ({ index, search, terms }: Lexicons): Shelf => ({
  index: index.terms, search,
  forms: Object.fromEntries(terms.flatMap(({ content }) => content.concepts.map(({ id, forms, weak = [] }) => [id, { forms, weak }]))),
});

/** A value that is made when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => made ??= make();
}

/** Knowledge from lexicons that were parsed and whose forms were cut. */
export function assembleKnowledge({ sha256, lexicons, codes, table, tabularList, shelf }: KnowledgeParts): Knowledge {
  const list = once(tabularList), book = once(shelf);
  const formsOf = once(() => new Map(Object.entries(book().forms)));
  const concepts = lexicons.terms.flatMap(({ content }) => content.concepts.map((concept): TermConcept => ({ ...concept, axis: content.axis })));
  const heads = concepts.filter(({ axis }) => axis === 'problem' || axis === 'symptom' || axis === 'procedure');
  return Object.freeze({
    sha256,
    manifest: lexicons.manifest,
    book: makeBook(table, lexicons),
    vocabulary: table.vocabulary,
    trie: table.trie,
    concepts: new Map(concepts.map((concept) => [concept.id, concept])),
    problems: firstByValue(heads),
    sites: firstByValue(concepts.filter(({ axis }) => axis === 'site')),
    pains: new Set(concepts.flatMap(({ pain }) => pain ?? [])),
    plainPain: concepts.find(({ axis, sited }) => axis === 'symptom' && sited)?.value ?? 'pain',
    areas: areasOfSpine(lexicons),
    spinal: problemsOfSpine(lexicons),
    locating: new Set(lexicons.bindings.bindings.filter(({ axis, led }) => axis === 'site' && led).map(({ id }) => id)),
    origin: lexicons.bindings.origin,
    cues: new Map(lexicons.context.cues.map((cue) => [cue.id, cue])),
    bindings: groupBy(lexicons.bindings.bindings.map((rule): BindingRule => ({ ...rule, ...(rule.led && { leads: idsOf(table.vocabulary, rule.led) }) })), ({ axis }) => axis),
    single: new Set(lexicons.bindings.single),
    joiners: idsOf(table.vocabulary, lexicons.bindings.joiners),
    articles: idsOf(table.vocabulary, lexicons.bindings.articles),
    documents: lexicons.documents,
    continues: idsOf(table.vocabulary, lexicons.documents.continues),
    sections: new Map(lexicons.sections.sections.map((section) => [section.kind, section])),
    axes: new Map(lexicons.axes.axes.map((axis) => [axis.id, axis])),
    tables: tablesByProblem(lexicons),
    painVisits: new Set(lexicons.families.flatMap(({ content }) => content.tables.flatMap(({ firstFor }) => firstFor ?? []))),
    following: lexicons.families.flatMap(({ content }) => decisionsOf(content)).filter(({ follows }) => follows),
    codes: new Map(codes.map((entry) => [entry.code, entry])),
    get tabular() { return list().tabular; },
    get readings() { return list().readings; },
    get index() { return book().index; },
    get search() { return book().search; },
    get forms() { return formsOf(); },
    edits: lexicons.edits,
    misread: new Map(lexicons.misread.misread.map((entry) => [entry.code, entry])),
    codeSystems: lexicons.foreign.systems,
    excludes1: lexicons.families.flatMap(({ content }) => content.excludes1),
    queryRules: lexicons.queryRules,
    templates: lexicons.queries.flatMap(({ content }) => content.templates),
    indicators: lexicons.indicators.indicators,
    validations: lexicons.indicators.validations,
    reasons: lexicons.reasons.reasons,
    words: lexicons.words,
    typos: lexicons.typos,
  });
}
