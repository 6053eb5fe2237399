// Sections: which headers are found, which words are none, and what labels stay inside their section.
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/lexicon/load.ts';
import { readNote } from '../../src/text/read-note.ts';

const { book } = loadKnowledge();
const kindsOf = (text: string): string[] => readNote(text, book).sections.map(({ kind }) => kind);
const headersOf = (text: string): string[] => {
  const { tokens, sections } = readNote(text, book);
  return sections.flatMap(({ header }) => header ? [text.slice(tokens.start[header.from], tokens.end[header.to - 1])] : []);
};

describe('headers', () => {
  test.each<[string, string[]]>([
    ['SUBJECTIVE:,  This 40-year-old nurse hurt her back.', ['subjective']],
    ['Uses nasal sprays.MEDICATIONS:  Ibuprofen.ALLERGIES:  None.', ['body', 'medications', 'allergies']],
    ['Fine.,PAST MEDICAL HISTORY: , Gout.,FAMILY HISTORY:,  None.', ['body', 'past-medical-history', 'family-history']],
    ['Stable.PLAN:1. She will rest.', ['body', 'plan']],
    ['ASSESSMENT AND PLAN\n\nLumbar strain.\n\nINSTRUCTIONS\n\nRest.', ['assessment-plan', 'instructions']],
    ['Back pain.\n\nAssessment/Plan\n\nStrain.', ['body', 'assessment-plan']],
    ['Impression\n\nLumbar strain', ['impression']],
    ['IMPRESSION - lumbar strain', ['impression']],
    ['S: sore\nO: tender\nA: strain\nP: rest', ['subjective', 'objective', 'assessment', 'plan']],
    ['A/P: strain', ['assessment-plan']],
    ['1. HPI: sore\n2. PMH: gout', ['hpi', 'past-medical-history']],
    ['- Chief Complaint: sore back', ['chief-complaint']],
    ['**Assessment:** strain\n**Plan**\n- rest', ['assessment', 'plan']],
    ['PREOPERATIVE DIAGNOSIS(ES): Stenosis.POSTOPERATIVE DIAGNOSES1. Stenosis.2. Cyst.', ['preoperative-diagnosis', 'postoperative-diagnosis']],
    ['PHYSICAL EXAMINATION,GENERAL:  Well.', ['exam']],
    ['RADIOLOGY (L SPINE): Normal.', ['imaging']],
    ['LUMBAR SPINE EXAMINATION: Tender.', ['exam']],
    ['sore back PMH: gout PSH: none', ['body', 'past-medical-history', 'past-surgical-history']],
    ['HISTORY: Fall.TECHNIQUE: Sagittal T2.COMPARISON: None.FINDINGS: Bulge.IMPRESSION:1. Bulge.', ['hpi', 'technique', 'technique', 'findings', 'impression']],
    ['hpi: sore back', ['hpi']],
    ['\n\nPLAN: rest', ['plan']],
  ])('%j', (text, kinds) => expect(kindsOf(text)).toEqual(kinds));
});

describe('no headers', () => {
  test.each([
    'The plan is to rest.', 'She has a past medical history of asthma.', 'Radiation: none\nOnset: 3 weeks ago\nLungs: clear',
    'The plan\nis to rest', 'Her history: unclear', 'Vitamins a: b', 'L4-L5: Bulge.\nL5-S1: Normal.', 'Went to the ER s: nothing', 'seen, plan: rest',
  ])('%j', (text) => expect(kindsOf(text)).toEqual(['body']));
});

describe('unknown labels in capitals', () => {
  test('open a section of kind other where the section narrates or is silent', () => {
    expect(kindsOf('HPI: sore.WORK CAPACITY: Full.')).toEqual(['hpi', 'other']);
    expect(kindsOf('MEDICATIONS: None.COMPENSABLE INJURY: Lumbar strain.')).toEqual(['medications', 'other']);
  });

  test('stay in an exam or an assessment', () => {
    expect(kindsOf('PHYSICAL EXAM: Well.NECK: Supple.BACK: Tender.')).toEqual(['exam']);
    expect(kindsOf('ASSESSMENT: LUMBAR: Strain.')).toEqual(['assessment']);
  });
});

test('labels of list items do not end a section that governs, headers in capitals do', () => {
  expect(kindsOf('ASSESSMENT\n\n1. Strain\n- Medications: ibuprofen\n   Imaging: none\n2. Gout')).toEqual(['assessment']);
  expect(kindsOf('ASSESSMENT\n\n1. Strain\n\nMEDICATIONS: ibuprofen')).toEqual(['assessment', 'medications']);
});

test('the header holds its colon and the comma glued behind it', () => {
  expect(headersOf('CHIEF COMPLAINT:,  Back pain.,HPI: , Fell.')).toEqual(['CHIEF COMPLAINT:,', 'HPI: ,']);
});

test('an empty note has no section', () => expect(kindsOf('')).toEqual([]));
