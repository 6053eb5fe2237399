// A section about something else behind or before the note: codes and queries stay, and so do the facts of the note itself.
import { codesOf, differences, factOf, factsOf, queriesOf } from '../compare.ts';
import { pick, type Subject, type Transformation } from '../transformation.ts';

interface Paragraph { readonly kind: string; readonly text: string }

/** Invented paragraphs; each is of a section kind of its own. */
const PARAGRAPHS: readonly Paragraph[] = [
  { kind: 'social-history', text: 'SOCIAL HISTORY: Married, two children. Works as a teacher. Never smoked, drinks wine on weekends.' },
  { kind: 'social-history', text: 'SOCIAL HISTORY:\nRetired from the post office. Former smoker, quit ten years ago. Lives with his daughter.' },
  { kind: 'allergies', text: 'ALLERGIES: Penicillin, which causes hives.' },
  { kind: 'medications', text: 'MEDICATIONS: Metoprolol 50 mg daily, atorvastatin 40 mg nightly, aspirin 81 mg.' },
  { kind: 'family-history', text: 'FAMILY HISTORY: Mother has sciatica and a herniated disc. Father died of a stroke.' },
  { kind: 'family-history', text: 'FAMILY HISTORY: Brother with ankylosing spondylitis. No heart disease.' },
  { kind: 'past-medical-history', text: 'PAST MEDICAL HISTORY: Hypertension, asthma, appendicitis in childhood.' },
  { kind: 'review-of-systems', text: 'REVIEW OF SYSTEMS: Negative for fever, chills, cough and chest pain.' },
  { kind: 'consent', text: 'CONSENT: The risks of bleeding and infection were explained and accepted.' },
  { kind: 'administrative', text: 'DATE OF SERVICE: Dictated but not read.' },
];

/** In a document that is itself a report, sections of a visit would make it a visit; there only the others are added. */
function paragraphsFor({ report, note, knowledge: { documents: { reports } } }: Subject): readonly Paragraph[] {
  const isReport = note.type !== undefined || report.sections.some(({ kind }) => reports.signs.includes(kind));
  return PARAGRAPHS.filter(({ kind }) => !isReport || !reports.unless.includes(kind));
}

export const appendSection: Transformation = {
  name: 'append an unrelated section', rule: 'codes, queries and the facts of the note stay', most: 4,
  applies: () => true,
  change: (subject, chance) => pick(paragraphsFor(subject), 4, chance).map(({ kind, text }) => ({
    note: { ...subject.note, text: `${subject.note.text}\n\n${text}` }, about: kind,
  })),
  expect: ({ note, report }, after) => [
    ...differences('codes', codesOf(report), codesOf(after)),
    ...differences('queries', queriesOf(report), queriesOf(after)),
    ...differences('facts', factsOf(report), after.mentions.filter(({ end }) => end <= note.text.length).map(factOf)),
  ],
};
