// What the stages made → the report of the contract: ids, UTF-16 offsets, quotes. It decides nothing.
import { groupBy } from './group.ts';
import { orderEvidence, quote, spanOf, toEvidence } from './span.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import type { AssertedMention, Finding, Reading } from './types.ts';
import type { Report, ReportFinding, ReportMention } from './wire.ts';

export const reportSections = (reading: Reading): Report['sections'] => reading.sections
  .filter(({ from, to }) => from < to)
  .map((section) => ({ kind: section.kind, ...spanOf(reading, section), ...(section.header && { header: spanOf(reading, section.header) }) }));

function reportMention(mention: AssertedMention, index: number, reading: Reading): ReportMention {
  const { axis, value, assertion, via, attributes } = mention;
  const { start, end, text } = quote(reading, mention);
  return {
    id: `m${index + 1}`, axis, value, start, end, text, assertion, cues: mention.cues.map((cue) => reportCue(cue, reading)),
    section: reading.sections[reading.sentences[mention.sentence]!.section]!.kind, via, ...(attributes && { attributes: { ...attributes } }),
  };
}

function reportCue(cue: AssertedMention['cues'][number], reading: Reading): ReportMention['cues'][number] {
  const { start, end, text } = quote(reading, cue);
  return { start, end, text, via: cue.via };
}

export const reportMentions = (mentions: readonly AssertedMention[], reading: Reading): ReportMention[] =>
  mentions.map((mention, index) => reportMention(mention, index, reading));

function reportAxes(finding: Finding, reading: Reading): ReportFinding['axes'] {
  return Object.fromEntries(Object.entries(finding.axes).map(([axis, readings]) => {
    const values = [...groupBy(readings, ({ value }) => value)].map(([value, group]) =>
      ({ value, evidence: orderEvidence(group.map(({ mention, via }) => toEvidence(reading, mention, { role: axis, via }))) }));
    return [axis, { ...values[0]!, ...(values.length > 1 && { also: values.slice(1) }) }];
  }));
}

/** Findings with ids f1, f2 … in order of position. */
export function reportFindings(findings: readonly Finding[], reading: Reading, knowledge: Knowledge): ReportFinding[] {
  return findings.map((finding, index) => ({
    id: `f${index + 1}`, problem: finding.problem, label: knowledge.problems.get(finding.problem)?.label ?? finding.problem,
    axes: reportAxes(finding, reading), assertion: finding.assertion,
    evidence: orderEvidence(finding.mentions.map((mention) => toEvidence(reading, mention, { role: 'problem', via: mention.via }))),
  }));
}
