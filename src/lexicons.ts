// For whoever brings own lexicons: compile them, and be told everything that is wrong with them. Loads the schemas of all lexicon files.
export { compileKnowledge } from './lexicon/compile.ts';
export { LexiconError } from './lexicon/error.ts';
export type { Knowledge } from './lexicon/knowledge.ts';
