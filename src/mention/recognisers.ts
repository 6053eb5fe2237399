// All recognisers in the order in which they run; each sees what those before it found. To add one: a file of its own and a line here.
import { recogniseDurations } from './durations.ts';
import { recogniseImaging } from './imaging.ts';
import { recogniseLevels } from './levels.ts';
import type { Recognise } from './line.ts';
import { recogniseRadiation } from './radiation.ts';
import { recogniseSides } from './sides.ts';
import { recogniseSignal } from './signal.ts';
import { recogniseSplitForms } from './split-forms.ts';

/** Levels come before sides ("R L5 radiculopathy"), everything that looks at other mentions comes last. */
export const RECOGNISERS: readonly Recognise[] = [recogniseLevels, recogniseSides, recogniseSplitForms, recogniseDurations, recogniseSignal, recogniseRadiation, recogniseImaging];
