// Lexicons and their Knowledge → one markdown page that a clinician can review without reading JSON: terms, cues, code tables, queries.
// It only renders; the file lexicons/SNAPSHOT.md is generated from it and must be fresh.
import { groupBy } from '../group.ts';
import type { DecisionTable, Knowledge } from './knowledge.ts';
import type { Lexicons } from './parse.ts';
import type { QueryTemplate } from './schema-queries.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const heading = (...cells: readonly string[]): readonly string[] => [row(...cells), row(...cells.map(() => '---'))];

function renderTerms({ terms }: Lexicons): readonly string[] {
  return [...groupBy(terms, ({ content }) => content.axis)].flatMap(([axis, list]) => [
    `### ${axis}`, '', ...heading('id', 'label', 'said as', 'only beside a spinal level or site'),
    ...list.flatMap(({ content }) => content.concepts).map(({ id, label, forms, weak }) => row(id, label, forms.join(' · '), (weak ?? []).join(' · '))), '',
  ]);
}

function renderContext({ context: { cues }, sections: { sections } }: Lexicons, { bindings }: Knowledge): readonly string[] {
  return [
    '## Cues', '', ...heading('id', 'says', 'direction', 'reach', 'words'),
    ...cues.map(({ id, effect, direction, within, forms }) => row(id, Object.values(effect).join(', '), direction, within ? `${within} words` : 'sentence', forms.join(' · '))), '',
    '## Sections', '', ...heading('kind', 'role', 'default', 'headers'),
    ...sections.map(({ kind, role, assertion, forms }) => row(kind, role, Object.values(assertion ?? {}).join(', '), forms.join(' · '))), '',
    '## What belongs to what', '', ...heading('id', 'axis', 'to', 'direction', 'reach'),
    ...[...bindings.values()].flat().map(({ id, axis, to, direction, within }) => row(id, axis, to.join(', '), direction, within ? `${within} words` : 'sentence')), '',
  ];
}

function renderTable({ id, problems, follows, where, axes, rows }: DecisionTable): readonly string[] {
  const guard = Object.entries(where ?? {}).map(([axis, values]) => `${axis}: ${values.join(', ')}`).join('; ');
  return [
    `#### ${id}`, '', `${follows ? `After codes ${follows.told.join(', ')}` : `Problem: ${problems.join(', ')}`}${guard ? ` · where ${guard}` : ''} · axes: ${axes.join(', ') || 'none'}`, '',
    ...heading('when', 'codes', 'rule', 'source'),
    ...rows.map(({ when, codes, says, source }) => row(Object.entries(when).map(([axis, values]) => `${axis}: ${[values].flat().join(', ')}`).join('; ') || 'always', codes.join(' + ') || 'none', says, source)), '',
  ];
}

function renderCodes({ tables, following, codes, excludes1 }: Knowledge): readonly string[] {
  const distinct = [...new Set([...[...tables.values()].flat(), ...following])].sort((a, b) => a.category < b.category ? -1 : a.category > b.category ? 1 : 0);
  return [
    '## Decision tables', '', ...distinct.flatMap(renderTable),
    '## Excludes1 pairs of which one code yields', '', ...heading('code', 'yields to', 'rule', 'source'),
    ...excludes1.map(({ code, not, says, source }) => row(code, not.join(', '), says, source)), '',
    '## Codes', '', ...heading('code', 'title', 'valid'),
    ...[...codes.values()].map(({ code, title, from, until }) => row(code, title, `${from ? `from ${from}` : ''}${until ? ` until ${until}` : ''}`)), '',
  ];
}

const renderQuery = ({ id, title, question, closing }: QueryTemplate): string => row(id, title, question, closing.map(({ label }) => label).join(' · '));

/** The whole page. */
export function renderSnapshot(lexicons: Lexicons, knowledge: Knowledge): string {
  return [
    '# What lumbago knows', '', 'Generated from lexicons/*.json by `npm run generate`; for review by clinicians and coders. Do not edit.', '',
    '## Terms', '', ...renderTerms(lexicons), ...renderContext(lexicons, knowledge), ...renderCodes(knowledge),
    '## Queries', '', ...heading('id', 'title', 'question', 'always offered'), ...knowledge.templates.map(renderQuery), '',
  ].join('\n');
}
