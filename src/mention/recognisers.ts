// All recognisers in the order in which they run, and what wakes each; each sees what those before it found.
// To add one: a file of its own and a line here.
import { recogniseDurations } from './durations.ts';
import { recogniseImaging } from './imaging.ts';
import { recogniseLevels } from './levels.ts';
import type { Recognise } from './line.ts';
import { recogniseRadiation } from './radiation.ts';
import { recogniseSides } from './sides.ts';
import { recogniseSignal } from './signal.ts';
import { recogniseSplitForms } from './split-forms.ts';
import type { Waking } from './wake.ts';

export interface Recogniser { readonly recognise: Recognise; readonly wakes: Waking }

/** Levels come before sides ("R L5 radiculopathy"), everything that looks at other mentions comes last. */
export const RECOGNISERS: readonly Recogniser[] = [
  { recognise: recogniseLevels, wakes: { mixed: true, letter: true } },
  { recognise: recogniseSides, wakes: { letter: true, words: ({ sides }) => sides.both } },
  { recognise: recogniseSplitForms, wakes: { mentions: true } },
  { recognise: recogniseDurations, wakes: { mixed: true, words: ({ durations: { units, since, started } }) => [...units.keys(), ...since.keys(), ...started.keys()] } },
  { recognise: recogniseSignal, wakes: { words: ({ signal }) => signal.weightings.keys() } },
  { recognise: recogniseRadiation, wakes: { mentions: true } },
  { recognise: recogniseImaging, wakes: { mentions: true } },
];
