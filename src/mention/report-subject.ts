// Of which part of the spine a report of an image is: "EXAM: CT of the lumbar spine" speaks for all of its findings and impression.
// In: a reading, and its lines one by one. Out: the place that a sentence which names none is about. Reports of several parts have none.
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { Reading, Section } from '../types.ts';
import type { Draft } from './line.ts';
import type { Before } from './weak.ts';

/** Whether the sections of a note are those of a report, and of nothing else. */
export function isReport({ sections }: Reading, { documents: { reports } }: Knowledge): boolean {
  return sections.some(({ kind }) => reports.signs.includes(kind)) && !sections.some(({ kind }) => reports.unless.includes(kind));
}

/** Whether a section of a report tells what was seen. */
export const tellsFindings = (section: Section | undefined, { documents: { reports } }: Knowledge): boolean => section !== undefined && reports.signs.includes(section.kind);

/** The place that the drafts of a sentence give to the whole report: the spine, when a test of it is named and no other part of the body. */
export function subjectIn(drafts: readonly Draft[], knowledge: Knowledge): Before | undefined {
  const isSpinal = (value: string | undefined): boolean => value !== undefined && knowledge.sites.get(value)?.spinal === true;
  const isOfSpine = ({ axis, attributes }: Draft): boolean => axis === 'imaging' && isSpinal(attributes?.['region']);
  if (!drafts.some(isOfSpine)) return undefined;
  const sites = drafts.filter(({ axis }) => axis === 'site');
  const [anchor] = sites;
  return sites.every(({ value }) => isSpinal(value)) ? { place: 'spine', anchor } : undefined;
}
