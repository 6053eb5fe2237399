// Second ring, references: every id that one lexicon file names in another exists, and no id stands twice.
// In: parsed lexicons. Out: issues, all together.
import type { LexiconIssue } from './error.ts';
import type { Lexicons } from './parse.ts';

type Report = (file: string, entry: string, problem: string, remedy: string) => void;

const duplicates = (ids: readonly string[]): readonly string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];

function checkIds(lexicons: Lexicons, report: Report): void {
  const filed: readonly { file: string; ids: readonly string[] }[] = [
    ...lexicons.terms.map(({ file, content }) => ({ file, ids: content.concepts.map(({ id }) => id) })),
    { file: 'context.json', ids: [...lexicons.context.cues, ...lexicons.context.pseudo].map(({ id }) => id) },
    { file: 'reasons.json', ids: Object.keys(lexicons.reasons.reasons) },
    { file: 'bindings.json', ids: lexicons.bindings.bindings.map(({ id }) => id) },
    { file: 'axes.json', ids: lexicons.axes.axes.map(({ id }) => `axis ${id}`) },
    ...lexicons.families.map(({ file, content }) => ({ file, ids: [...content.tables.flatMap((table) => [table.id, ...table.rows.map(({ id }) => id)]), ...content.excludes1.map(({ id }) => id)] })),
    ...lexicons.queries.map(({ file, content }) => ({ file, ids: content.templates.map(({ id }) => id) })),
  ];
  const everywhere = duplicates(filed.flatMap(({ ids }) => ids));
  for (const { file, ids } of filed) {
    for (const id of new Set(ids.filter((one) => everywhere.includes(one)))) report(file, id, 'the id stands twice', 'Rename one of the two');
  }
}

function checkConcepts(lexicons: Lexicons, report: Report): void {
  const concepts = lexicons.terms.flatMap(({ file, content }) => content.concepts.map((concept) => ({ file, axis: content.axis, concept })));
  const problems = new Set(concepts.filter(({ axis }) => ['problem', 'symptom', 'procedure'].includes(axis)).map(({ concept }) => concept.value));
  const sites = new Set(concepts.filter(({ axis }) => axis === 'site').map(({ concept }) => concept.value));
  for (const { file, concept } of concepts) {
    const named = [...(concept.isA ?? []), ...(concept.integral ?? []), ...(concept.pain ? [concept.pain] : [])];
    for (const value of named.filter((v) => !problems.has(v))) report(file, concept.id, `names the problem "${value}", which no concept has`, 'Add a concept with that value, or correct the name');
    if (concept.site && !sites.has(concept.site)) report(file, concept.id, `names the site "${concept.site}", which no concept has`, 'Add it to terms/site.json, or correct the name');
  }
  for (const { file, content } of lexicons.families) {
    for (const table of content.tables) {
      for (const problem of table.problems.filter((p) => !problems.has(p))) report(file, table.id, `decides "${problem}", which no concept has`, 'Add a concept with that value to terms/problem.json');
    }
  }
  for (const { id, values } of lexicons.axes.axes) {
    for (const finer of values.flatMap(({ refinedBy = [] }) => refinedBy).filter((one) => !values.some(({ value }) => value === one))) report('axes.json', id, `refines a value by "${finer}", which the axis does not have`, 'Name a value of the same axis');
  }
  for (const { id, unless, beside } of lexicons.indicators.indicators) {
    for (const problem of [...unless, ...beside].filter((p) => !problems.has(p))) report('indicators.json', id, `names the problem "${problem}", which no concept has`, 'Add a concept with that value, or correct the name');
  }
  for (const axis of lexicons.axes.axes) {
    const named = [...Object.values(axis.groups ?? {}).flatMap((group) => group.problems), ...(axis.borrows?.problems.flat() ?? [])];
    for (const problem of named.filter((p) => !problems.has(p))) report('axes.json', axis.id, `names the problem "${problem}", which no concept has`, 'Add a concept with that value, or correct the name');
  }
}

function checkStops(lexicons: Lexicons, report: Report): void {
  // A cue that speaks of a dimension stops the operators that name the dimension.
  const dimensions = lexicons.context.cues.flatMap(({ effect }) => Object.keys(effect));
  const stops = new Set([...lexicons.context.stops.map(({ id }) => id), ...dimensions]);
  const operators = [...lexicons.context.cues.map((cue) => ({ file: 'context.json', ...cue })), ...lexicons.bindings.bindings.map((binding) => ({ file: 'bindings.json', ...binding }))];
  for (const { file, id, stops: named } of operators) {
    for (const stop of named.filter((s) => !stops.has(s))) report(file, id, `stops at "${stop}", a class that context.json does not have`, `Use one of ${[...stops].join(', ')}`);
  }
}

function checkTemplates(lexicons: Lexicons, report: Report): void {
  const templates = lexicons.queries.flatMap(({ content }) => content.templates);
  for (const { id, asks } of lexicons.axes.axes) {
    const served = !asks || templates.some((template) => template.kind === 'not-specified' && !template.raisedBy && (template.for?.includes(id) || (template.axis === asks && template.for === undefined)));
    if (!served) report('axes.json', id, `asks under "${asks}", but no template words that query`, 'Add one to queries/not-specified.json');
  }
}

function checkIndicators(lexicons: Lexicons, report: Report): void {
  const templates = new Set(lexicons.queries.flatMap(({ content }) => content.templates.map(({ id }) => id)));
  for (const { id, template } of lexicons.indicators.indicators) {
    if (!templates.has(template)) report('indicators.json', id, `is worded by "${template}", which no file of queries/ has`, 'Add the template or correct the name');
  }
}

/** All broken references of a lexicon set. */
export function checkReferences(lexicons: Lexicons): readonly LexiconIssue[] {
  const issues: LexiconIssue[] = [];
  const report: Report = (file, entry, problem, remedy) => issues.push({ file, entry, problem, remedy });
  for (const check of [checkIds, checkConcepts, checkStops, checkTemplates, checkIndicators]) check(lexicons, report);
  return issues;
}
