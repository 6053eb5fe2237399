// Compliant queries to spoil and to reword: those that lumbago raises on invented notes of each kind of gap.
// In: nothing. Out: each query as the provider gets it, with its note. Every note also tells what must never be quoted as a sign.
import { createAnalyzer } from '../../src/index.ts';
import { documentOf } from '../../src/query/document-of.ts';
import type { NoteInput, QueryDocument } from '../../src/wire.ts';

export interface Base { readonly name: string; readonly note: NoteInput; readonly query: QueryDocument }

export const analyzer = createAnalyzer();

/** What a note says of others, of the past, as denied and as planned. */
export const NO_SIGNS: readonly string[] = ['Her father had discitis', 'osteomyelitis of the spine in 2011, healed', 'no cauda equina syndrome', 'Watch for myelopathy'];

const asides = `FAMILY HISTORY: ${NO_SIGNS[0]}.\nPAST MEDICAL HISTORY: History of ${NO_SIGNS[1]}.\nREVIEW OF SYSTEMS: ${NO_SIGNS[2]}.\n`;
const note = (id: string, history: string, assessment: string): NoteInput =>
  ({ id, date: '2026-11-15', text: `HPI: ${history}\n${asides}ASSESSMENT: ${assessment}\nPLAN: Stretching. ${NO_SIGNS[3]}.` });

const NOTES: readonly NoteInput[] = [
  note('side', 'Burning behind the thigh for three weeks.', 'Sciatica.'),
  note('region', 'Sore after gardening all weekend.', 'Spondylosis.'),
  note('level', 'Neck stiff since Monday.', 'Cervical disc herniation.'),
  note('claudication', 'Her legs tire when she stands at the stove.', 'Lumbar spinal stenosis.'),
  note('pattern', 'Stiff in the morning.', 'Degenerative disc disease at L4-L5.'),
  note('doubt', 'Low back pain for a month.', 'Low back pain. Probable lumbar radiculopathy.'),
  note('image', 'Low back pain for a month. MRI showed spondylolisthesis at L4-L5.', 'Low back pain.'),
  note('endplate', 'Low back pain for a year. MRI shows Modic type 1 changes at L4-L5.', 'Low back pain.'),
  note('conflict', 'Pain runs down the right leg.', 'Left sciatica.'),
  note('encounter', 'Twisted while loading the van.', 'Lumbar strain.'),
  note('source', 'It hurts to sit.', 'Buttock pain on the left.'),
  note('piriformis', 'Sitting is the worst.', 'Piriformis syndrome.'),
];

/** Every query of these notes. */
export const BASES: readonly Base[] = NOTES.flatMap((one) => analyzer.analyze(one).queries.map((query): Base =>
  ({ name: `${one.id} ${query.via}`, note: one, query: documentOf(query, { id: one.id, date: one.date }, analyzer.knowledge) })));
