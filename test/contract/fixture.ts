// A note and a hand-made report with everything that a format has to lay out: every status, axis state, a query, an edit,
// a diagnostic, overlapping and denied mentions, CRLF, emoji, markup and control characters. Nothing here is analysed.
import { noteSchema, reportSchema, type Evidence, type Note, type Report } from '../../src/wire.ts';

const TEXT = [
  'HPI: Low back pain 😀 and left buttock pain; denies numbness.\r\n',
  'Radiates to the <b>left</b> leg | & "foot" `code` *now*.\n',
  'Assessment: lumbago with\nsciatica \u001b[31mtoday, probable radiculopathy; right sided.\n',
].join('');

export const note: Note = noteSchema.parse({ id: 'fix|<1>', text: TEXT, date: '2026-11-15', encounter: 'initial', type: 'progress-note' });

/** Evidence for the first place of some words; the fixture may search, the engine never does. */
function words(text: string, role: string, via = `${role}.fixture`): Evidence {
  const start = TEXT.indexOf(text);
  if (start < 0) throw new Error(`the fixture has no ${text}`);
  return { start, end: start + text.length, text, role, via };
}

const rule = (says: string): Report['candidates'][number]['because'][number] => ({ rule: 'row.fixture', says, source: 'Tabular | <M54>' });
const present = { polarity: 'present', certainty: 'certain', time: 'current', subject: 'patient' } as const;
const numbness = words('numbness', 'symptom');
const denies = words('denies', 'cue', 'cue.denies');

export const report: Report = reportSchema.parse({
  schema: 'lumbago/report@1',
  engine: { version: '0.0.0', knowledge: 'f'.repeat(64), codeSet: { system: 'ICD-10-CM', release: 'FY2027', date: '2026-11-15' } },
  note: { id: note.id, length: TEXT.length, sha256: 'a'.repeat(64), setting: 'outpatient', date: '2026-11-15', encounter: 'initial', type: 'progress-note', offsetUnit: 'utf16' },
  sections: [{ kind: 'hpi', start: 0, end: TEXT.length, header: { start: 0, end: 4 } }],
  mentions: [{
    id: 'm1', axis: 'symptom', value: 'numbness', start: numbness.start, end: numbness.end, text: 'numbness',
    assertion: { ...present, polarity: 'absent' }, cues: [{ start: denies.start, end: denies.end, text: 'denies', via: 'cue.denies' }], section: 'hpi', via: 'symptom.numbness',
  }],
  findings: [{ id: 'f1', problem: 'sciatica', label: 'Sciatica', axes: {}, assertion: present, evidence: [words('sciatica', 'problem')] }],
  candidates: [
    {
      id: 'c1', code: 'M54.42', title: 'Lumbago with sciatica, left side', billable: true, status: 'conflicting', sequence: 2, findings: ['f1'],
      axes: [{ axis: 'laterality', label: 'Side', state: 'conflicting', value: 'left', evidence: [words('left', 'laterality'), words('right', 'laterality')] }],
      evidence: [words('lumbago with\nsciatica', 'problem'), words('sciatica', 'problem')], because: [rule('Two in one.')],
    },
    {
      id: 'c2', code: 'M79.18', title: 'Myalgia, other site', billable: true, status: 'supported', sequence: 1, findings: ['f1'],
      axes: [{ axis: 'site', label: 'Site', state: 'documented', value: 'buttock', evidence: [words('buttock', 'site')] }],
      evidence: [words('left buttock pain', 'problem')], because: [rule('Pain | muscle <i>')],
    },
    {
      id: 'c3', code: 'M54.50', title: 'Low back pain, unspecified', billable: true, status: 'underspecified', sequence: 3, findings: ['f1'],
      axes: [{ axis: 'region', label: 'Region', state: 'missing', evidence: [] }], evidence: [words('Low back pain 😀', 'problem')], because: [],
    },
    {
      id: 'c4', code: 'M54.16', title: 'Radiculopathy, lumbar region', billable: true, status: 'excluded', findings: ['f1'], axes: [],
      evidence: [words('radiculopathy', 'problem')], because: [{ ...rule('Uncertain.'), evidence: [words('probable', 'cue')] }],
    },
  ],
  edits: [{ id: 'e1', kind: 'excludes1', severity: 'warning', codes: ['M54.50', 'M54.42'], says: 'Never both.', fix: 'Keep one.', source: 'Tabular M54.5' }],
  queries: [{
    id: 'q1', axis: 'laterality', kind: 'conflicting', about: 'sciatica', candidates: ['c1'], recipient: 'Attending provider', title: 'Clarification of the side',
    question: 'Which side?', indicators: [words('"foot" `code`', 'site'), words('<b>left</b> leg', 'radiation')],
    options: [{ value: 'left', label: 'Left' }, { value: 'other', label: 'Other (please specify)' }], outcomes: [{ option: 'left', codes: ['M54.42'] }], searched: ['hpi', 'assessment'], via: 'query.side',
  }],
  diagnostics: [{ code: 'D101', severity: 'warning', message: 'Something to know.', span: { start: 5, end: 8 } }],
});

export const emptyNote: Note = noteSchema.parse({ id: 'empty', text: '' });
export const emptyReport: Report = reportSchema.parse({
  ...report, note: { id: 'empty', length: 0, sha256: 'b'.repeat(64), setting: 'outpatient', offsetUnit: 'utf16' },
  sections: [], mentions: [], findings: [], candidates: [], edits: [], queries: [], diagnostics: [],
});

/** All evidence of the fixture. */
export const allEvidence: readonly Evidence[] = [
  ...report.candidates.flatMap((candidate) => [...candidate.evidence, ...candidate.axes.flatMap((axis) => axis.evidence), ...candidate.because.flatMap((reason) => reason.evidence ?? [])]),
  ...report.queries.flatMap((query) => query.indicators),
];
