// What no sentence of the gap walk says, with the reason: the list that a person reads. The test holds that nothing else is unsaid.
// In: nothing. Out: problems without a plain name, and axes (or values of them) that the lexicons have no words for.

/** Problems that have tables but no name without a place or a time in it. None of their axes is asked. */
export const UNNAMED: Readonly<Record<string, string>> = {
  'chronic-pain': 'the name holds the chronicity',
  'chronic-pain-syndrome': 'the name holds the chronicity',
  'acute-traumatic-pain': 'the name holds the chronicity',
  'lumbosacral-plexopathy': 'the name holds the place', 'lumbosacral-root-disorder': 'the name holds the place', 'atlantoaxial-dislocation': 'the name holds the place',
};

const OTHER_NAME = 'who documents it calls the problem by another name, which has a table of its own';
const NO_WORDS = 'the lexicons have no words for it yet: only an answer to the query gives it';

/** Regions that the code set has for a stenosis of the neural canal, though no neural canal is there. */
const OUTSIDE_THE_CANAL: Readonly<Record<string, string>> = Object.fromEntries(['subluxation', 'osseous', 'connective', 'disc'].flatMap((kind) =>
  ['pelvic', 'lower-extremity', 'upper-extremity', 'rib', 'abdomen'].map((region) => [`${kind}-canal-stenosis dysfunction-region=${region}`, 'nobody says it: there is no neural canal'])));

/** `axis=value`, `problem axis` or `problem axis=value` → why no sentence says it beside the same name of the problem. */
export const UNSAID: Readonly<Record<string, string>> = {
  'strain injured-region': 'the bare word counts only beside a place of the spine: it may be a strain of the calf',
  'sprain injured-region': 'the bare word counts only beside a place of the spine: it may be a sprain of the ankle',
  'source=hip-joint': OTHER_NAME, 'source=piriformis': OTHER_NAME, 'source=sacroiliac': OTHER_NAME, 'source=sciatica': OTHER_NAME,
  'kyphosis-kind=postural': OTHER_NAME, 'kyphosis-kind=secondary': OTHER_NAME, 'kyphosis-kind=other-kind': OTHER_NAME,
  'scoliosis-kind=degenerative': OTHER_NAME, 'scoliosis-kind=idiopathic': OTHER_NAME, 'scoliosis-kind=neuromuscular': OTHER_NAME,
  'fracture-kind=wedge': OTHER_NAME, 'fracture-kind=stable-burst': OTHER_NAME, 'fracture-kind=unstable-burst': OTHER_NAME, 'fracture-kind=other-kind': OTHER_NAME,
  ...OUTSIDE_THE_CANAL,
  'foraminal-cause=osseous': NO_WORDS, 'foraminal-cause=disc': NO_WORDS,
};
