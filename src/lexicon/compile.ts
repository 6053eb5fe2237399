// Parsed lexicons → Knowledge: one trie over all forms, look-up tables for everything else. Built once, frozen, never changed.
import { groupBy } from '../group.ts';
import { normalize } from '../text/normalize.ts';
import { tokenize } from '../text/tokenize.ts';
import type { SectionBook } from '../text/read-note.ts';
import { expandCodes } from './expand.ts';
import type { BindingRule, DecisionTable, Entry, Knowledge, TermConcept } from './knowledge.ts';
import { parseLexicons, type Lexicons, type LexiconSource } from './parse.ts';
import { spellings } from './surface.ts';
import type { Family } from './schema.ts';
import { addForm, createTrie, walkForms, type Trie } from './trie.ts';

/** One of these may stand between two words of a form: "low-back pain", "\"drop\" metastasis". */
const SOFT_SEPARATORS = ['-', '/', '‐', '‑', '–', '"', "'"];

interface FormTable {
  readonly trie: Trie<Entry>;
  readonly vocabulary: Map<string, number>;
  readonly variants: ReadonlyMap<string, readonly string[]>;
}

const internIn = (vocabulary: Map<string, number>) => (norm: string): number => {
  const known = vocabulary.get(norm);
  if (known !== undefined) return known;
  vocabulary.set(norm, vocabulary.size);
  return vocabulary.size - 1;
};

/** Cuts a form with the tokeniser of the notes; hyphens of a form are soft and left out. */
function normsOf(form: string): readonly string[] {
  const norms: string[] = [];
  tokenize(form, (norm) => norms.push(norm));
  return norms.filter((norm, at) => norms.length === 1 || at === 0 || !SOFT_SEPARATORS.includes(norm) || norm === '/');
}

function addForms(table: FormTable, forms: readonly string[], entry: Entry): void {
  const intern = internIn(table.vocabulary);
  const inflected = entry.kind === 'concept' || entry.kind === 'except' || entry.kind === 'section';
  for (const form of forms) {
    const norms = normsOf(form);
    for (const spelling of inflected ? spellings(norms, table.variants) : [norms]) addForm(table.trie, spelling.map(intern), entry);
  }
}

function buildTrie(lexicons: Lexicons): FormTable {
  const vocabulary = new Map<string, number>();
  const soft = new Set(SOFT_SEPARATORS.map(internIn(vocabulary)));
  const variants = new Map(Object.entries(lexicons.abbreviations.variants));
  const table: FormTable = { trie: createTrie<Entry>(soft), vocabulary, variants };
  for (const { content } of lexicons.terms) {
    for (const concept of content.concepts) {
      addForms(table, concept.forms, { kind: 'concept', id: concept.id });
      addForms(table, concept.weak ?? [], { kind: 'concept', id: concept.id, weak: true });
      addForms(table, concept.except ?? [], { kind: 'except', id: concept.id });
    }
  }
  for (const cue of lexicons.context.cues) addForms(table, cue.forms, { kind: 'cue', id: cue.id });
  for (const pseudo of lexicons.context.pseudo) addForms(table, pseudo.forms, { kind: 'pseudo', id: pseudo.id });
  for (const stop of lexicons.context.stops) addForms(table, stop.forms, { kind: 'stop', id: stop.id });
  for (const section of lexicons.sections.sections) addForms(table, section.forms, { kind: 'section', id: section.kind });
  return table;
}

/** Norm ids of single words. */
const wordIds = (table: FormTable, words: readonly string[]): ReadonlySet<number> =>
  new Set(words.map((word) => internIn(table.vocabulary)(normalize(word))));

function makeBook(table: FormTable, lexicons: Lexicons): SectionBook {
  const roles = new Map(lexicons.sections.sections.map(({ kind, role }) => [kind, role] as const));
  const goesOn = wordIds(table, lexicons.abbreviations.goesOn);
  const refersBack = wordIds(table, lexicons.sections.refersBack);
  const neverEnd = wordIds(table, lexicons.abbreviations.neverEnd);
  return {
    idOf: (norm) => table.vocabulary.get(norm) ?? -1,
    neverEnds: (norm) => neverEnd.has(norm),
    goesOn: (norm) => goesOn.has(norm),
    refersBack: (norm) => refersBack.has(norm),
    headerAt: (tokens, at) => {
      let header: { kind: string; to: number } | undefined;
      walkForms(table.trie, tokens, { from: at, limit: tokens.count, isBreak: () => false }, (to, entries) => {
        const section = entries.find(({ kind }) => kind === 'section');
        if (section) header = { kind: section.id, to };
      });
      return header && { ...header, role: roles.get(header.kind) ?? 'narrates' };
    },
  };
}

/** From every axis whose values have areas: "level L4-L5" or "site neck" → area. */
function areasOfSpine(lexicons: Lexicons): ReadonlyMap<string, string> {
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
function problemsOfSpine({ axes: { axes }, families }: Lexicons): ReadonlySet<string> {
  const regional = new Set(axes.filter(({ values }) => values.some(({ area }) => area !== undefined)).map(({ id }) => id));
  return new Set(families.flatMap(({ content }) => content.tables.filter((table) => table.axes.some((axis) => regional.has(axis))).flatMap(({ problems }) => problems)));
}

const firstByValue = (concepts: readonly TermConcept[]): ReadonlyMap<string, TermConcept> =>
  new Map([...concepts].reverse().map((concept) => [concept.value, concept]));

function tablesByProblem(lexicons: Lexicons): ReadonlyMap<string, readonly DecisionTable[]> {
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

/** Compiles lexicon sources. @throws LexiconError when a file does not have its shape. */
export function compileKnowledge(sources: readonly LexiconSource[], sha256: string): Knowledge {
  const lexicons = parseLexicons(sources);
  const table = buildTrie(lexicons);
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
    bindings: groupBy(lexicons.bindings.bindings.map((rule): BindingRule => ({ ...rule, ...(rule.led && { leads: wordIds(table, rule.led) }) })), ({ axis }) => axis),
    single: new Set(lexicons.bindings.single),
    joiners: wordIds(table, lexicons.bindings.joiners),
    articles: wordIds(table, lexicons.bindings.articles),
    documents: lexicons.documents,
    continues: wordIds(table, lexicons.documents.continues),
    sections: new Map(lexicons.sections.sections.map((section) => [section.kind, section])),
    axes: new Map(lexicons.axes.axes.map((axis) => [axis.id, axis])),
    tables: tablesByProblem(lexicons),
    painVisits: new Set(lexicons.families.flatMap(({ content }) => content.tables.flatMap(({ firstFor }) => firstFor ?? []))),
    following: lexicons.families.flatMap(({ content }) => decisionsOf(content)).filter(({ follows }) => follows),
    codes: new Map(lexicons.families.flatMap(({ content }) => expandCodes(content)).map((entry) => [entry.code, entry])),
    tabular: lexicons.tabular.flatMap(({ content }) => content.entries),
    readings: lexicons.readings.readings,
    index: lexicons.index.terms,
    search: lexicons.search,
    edits: lexicons.edits,
    misread: new Map(lexicons.misread.misread.map((entry) => [entry.code, entry])),
    codeSystems: lexicons.foreign.systems,
    excludes1: lexicons.families.flatMap(({ content }) => content.excludes1),
    queryRules: lexicons.queryRules,
    templates: lexicons.queries.flatMap(({ content }) => content.templates),
    indicators: lexicons.indicators.indicators,
    reasons: lexicons.reasons.reasons,
    words: lexicons.words,
    typos: lexicons.typos,
  });
}
