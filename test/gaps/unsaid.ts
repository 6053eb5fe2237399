// What no sentence of the gap walk says, with the reason: the list that a person reads. The test holds that nothing else is unsaid.
// In: nothing. Out: problems without a plain name, and axes (or values of them) that the lexicons have no words for.

/** Problems that have tables but no name without a place or a time in it. None of their axes is asked. */
export const UNNAMED: Readonly<Record<string, string>> = {
  'chronic-pain': 'the name holds the chronicity',
  'chronic-pain-syndrome': 'the name holds the chronicity',
};

const OTHER_NAME = 'who documents it calls the problem by another name, which has a table of its own';
const NO_WORDS = 'the lexicons have no words for it yet: only an answer to the query gives it';

/** `axis=value`, `problem axis` or `problem axis=value` → why no sentence says it beside the same name of the problem. */
export const UNSAID: Readonly<Record<string, string>> = {
  'strain injured-region': 'the bare word counts only beside a place of the spine: it may be a strain of the calf',
  'sprain injured-region': 'the bare word counts only beside a place of the spine: it may be a sprain of the ankle',
  'source=hip-joint': OTHER_NAME, 'source=piriformis': OTHER_NAME, 'source=sacroiliac': OTHER_NAME, 'source=sciatica': OTHER_NAME,
  'kyphosis-kind=postural': OTHER_NAME, 'kyphosis-kind=secondary': OTHER_NAME, 'kyphosis-kind=other-kind': OTHER_NAME,
  'scoliosis-kind=degenerative': OTHER_NAME, 'scoliosis-kind=idiopathic': OTHER_NAME, 'scoliosis-kind=neuromuscular': OTHER_NAME,
  'fracture-kind=wedge': OTHER_NAME,
  'fracture-kind=stable-burst': NO_WORDS, 'fracture-kind=unstable-burst': NO_WORDS, 'fracture-kind=other-kind': NO_WORDS,
  'fracture-care=delayed-healing': NO_WORDS, 'fracture-care=nonunion': NO_WORDS,
  'foraminal-cause=osseous': NO_WORDS, 'foraminal-cause=disc': NO_WORDS,
};
