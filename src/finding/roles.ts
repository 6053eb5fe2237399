// The roles of sections as mentions and findings have them: where a word stands, which role is stronger, what counts as assessed.
import { SECTION_ROLES, type AssertedMention, type Reading, type SectionRole } from '../types.ts';

/** The role of the section in which a mention stands. */
export const roleOf = (mention: AssertedMention, reading: Reading): SectionRole =>
  reading.sections[reading.sentences[mention.sentence]!.section]!.role;

/** The stronger of two roles; governs is the strongest. */
export const strongerRole = (a: SectionRole, b: SectionRole): SectionRole => SECTION_ROLES.indexOf(a) <= SECTION_ROLES.indexOf(b) ? a : b;

/** Dealt with at this encounter: it stands in the assessment or the plan. */
export const isAssessed = ({ role }: { readonly role: SectionRole }): boolean => role === 'governs' || role === 'treats';
