// Knowledge: the lexicons compiled once, frozen, and given to every stage as an argument.
// Only shapes and look-ups here; compile.ts makes it.
import type { SectionBook } from '../text/read-note.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { MentionAxis } from '../types.ts';
import type { AxisEntry, Binding, Concept, Cue, Documents, Excludes1, Family, Indicator, Manifest, Reasons, SectionEntry, Table, Validation } from './schema.ts';
import type { IndexTerm, SearchWords, TabularLine, TabularReading } from './schema-book.ts';
import type { CodeSystem, Edits, MisreadCode } from './schema-edits.ts';
import type { PhiWords } from './schema-phi.ts';
import type { QueryRules, QueryTemplate } from './schema-queries.ts';
import type { Recognisers } from './schema-recognisers.ts';
import type { Trie } from './trie.ts';
import type { Typos } from './typos-schema.ts';

/** What the trie finds at a place: a concept (weak or not), words in which a concept means something else, a cue, a pseudo-cue, a stop word or a section header. */
export interface Entry {
  readonly kind: 'concept' | 'except' | 'cue' | 'pseudo' | 'stop' | 'section';
  readonly id: string;
  /** A weak form: it counts only beside a spinal level or site. */
  readonly weak?: boolean;
}

/** An entry as the stages need it: its forms are in the trie, and its examples are for whoever checks lexicons. */
type Spoken<T> = Omit<T, 'forms' | 'weak' | 'except' | 'hits' | 'misses'>;

export type KnownCue = Spoken<Cue>;

/** The forms of a concept as written in the lexicons; the weak ones count only beside a place. */
export interface ConceptForms { readonly forms: readonly string[]; readonly weak: readonly string[] }

export interface TermConcept extends Spoken<Concept> { readonly axis: MentionAxis }

/** A billable code with its title and its life: valid from `from` (inclusive) until `until` (exclusive); before `from`, `before` stood in its place. */
export interface CodeEntry {
  readonly code: string;
  readonly title: string;
  readonly category: string;
  readonly from?: string;
  readonly until?: string;
  readonly before?: string;
  /** Titles it had before, each until a date (exclusive), in order of time. */
  readonly titles?: readonly { readonly until: string; readonly title: string }[];
}

/** A decision table with the parts of its family, from which its code patterns are filled. */
export interface DecisionTable extends Table { readonly category: string; readonly parts: Family['parts'] }

/** A binding with the norm ids of its leading words. */
export interface BindingRule extends Binding { readonly leads?: ReadonlySet<number> }

export interface Knowledge {
  /** SHA-256 of all lexicon files, hex. */
  readonly sha256: string;
  readonly manifest: Manifest;
  /** What reading needs: norm ids, headers, abbreviations. */
  readonly book: SectionBook;
  /** The normal forms that have an id; punctuation that stands in a form has one too. */
  readonly vocabulary: Vocabulary;
  readonly trie: Trie<Entry>;
  /** By id ("problem.low-back-pain"). */
  readonly concepts: ReadonlyMap<string, TermConcept>;
  /** Problem and symptom concepts by value; the first of a value carries isA, integral and site. */
  readonly problems: ReadonlyMap<string, TermConcept>;
  readonly sites: ReadonlyMap<string, TermConcept>;
  /** Problems that are pain at a site. */
  readonly pains: ReadonlySet<string>;
  /** The problem value of pain whose site is not told. */
  readonly plainPain: string;
  /** Problems that have a region of the spine in their tables. */
  readonly spinal: ReadonlySet<string>;
  /** Binding rules in which a leading word says where a problem lies ("of", "in"). */
  readonly locating: ReadonlySet<string>;
  /** The class of stop words that tell what something comes from ("due to"). */
  readonly origin: string;
  /** "level L4-L5" or "site neck" → area of the spine, from the region axis. */
  readonly areas: ReadonlyMap<string, string>;
  readonly cues: ReadonlyMap<string, KnownCue>;
  /** By the axis of the modifier, in the order in which they are tried. */
  readonly bindings: ReadonlyMap<MentionAxis, readonly BindingRule[]>;
  /** Axes of which each modifier is bound by itself. */
  readonly single: ReadonlySet<MentionAxis>;
  /** Norm ids of words that join members of a group, and of articles. */
  readonly joiners: ReadonlySet<number>;
  readonly articles: ReadonlySet<number>;
  readonly documents: Documents;
  /** First norm id of a sentence that carries an imaging context on. */
  readonly continues: ReadonlySet<number>;
  readonly sections: ReadonlyMap<string, Spoken<SectionEntry>>;
  readonly axes: ReadonlyMap<string, AxisEntry>;
  /** By problem; the tables of one problem do not overlap, `adds` tables apart. */
  readonly tables: ReadonlyMap<string, readonly DecisionTable[]>;
  /** Problems that, as the reason for the encounter, put pain codes first. */
  readonly painVisits: ReadonlySet<string>;
  /** Tables that add codes after those of others: external causes. */
  readonly following: readonly DecisionTable[];
  readonly codes: ReadonlyMap<string, CodeEntry>;
  /** Headers, chapters and printed notes of the Tabular List; the terms of the Alphabetic Index. book/ makes look-ups of them. */
  readonly tabular: readonly TabularLine[];
  /** What notes mean that name no code. */
  readonly readings: readonly TabularReading[];
  readonly index: readonly IndexTerm[];
  /** How a concept is said, by its id. */
  readonly forms: ReadonlyMap<string, ConceptForms>;
  /** Words of looking things up: which carry nothing, which find each other. */
  readonly search: SearchWords;
  /** What an edit says, by kind, and the words and numbers that the checks go by. */
  readonly edits: Edits;
  readonly misread: ReadonlyMap<string, MisreadCode>;
  /** Code systems that are not ICD-10-CM, with the codes met in practice. */
  readonly codeSystems: readonly CodeSystem[];
  readonly excludes1: readonly Excludes1[];
  readonly templates: readonly QueryTemplate[];
  /** The rules of a compliant query. */
  readonly queryRules: QueryRules;
  /** Words of the tripwire for identifiers of patients; no stage of the analysis reads them. */
  readonly phi: PhiWords;
  readonly indicators: readonly Indicator[];
  readonly validations: readonly Validation[];
  /** By id: why a problem is not coded, in words and with its source. */
  readonly reasons: Reasons;
  /** Word lists of the recognisers: numbers, units, ranges. */
  readonly words: Recognisers;
  /** What is taken for a slip and what never is. */
  readonly typos: Typos;
}
