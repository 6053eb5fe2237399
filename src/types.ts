// The words of the house: every shape that passes from one room to the next.
// Plain readonly data; positions are token indexes (`from`/`to`) until the report turns them
// into UTF-16 code units (`start`/`end`); both are half-open.

/** UTF-16 code units into the note as received, half-open. */
export interface Span { readonly start: number; readonly end: number }

/** Token indexes, half-open. */
export interface Range { readonly from: number; readonly to: number }

/** What a token is made of. `mark` is a de-identification mark such as `[**Name**]`, `___` or `[NAME]`, one opaque token. */
export const TOKEN_KIND = { word: 0, number: 1, mixed: 2, punctuation: 3, newline: 4, mark: 5 } as const;

/**
 * A note cut into tokens; white space lies between them, each line break is a token of its own.
 * `norm` is the id of the token's normal form in the vocabulary of the lexicons, or -1 for a word they do not know.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly norm: Int32Array;
  readonly kind: Uint8Array;
}

/** One sentence, list item or header line; `section` indexes `Reading.sections`. */
export interface Sentence extends Range { readonly section: number }

/**
 * What a section may say about codes. `governs`: a problem that stands here is dealt with at this encounter (assessment, impression,
 * diagnosis). `treats`: the plan; a problem that stands here is dealt with, but the section does not silence the others. `narrates`: it may
 * be coded where nothing governs (complaint, HPI, unsectioned text). `supports`: it gives site, side,
 * level and pattern only (exam, imaging, review of systems). `silent`: it gives no codes (history, family, medications).
 */
export const SECTION_ROLES = ['governs', 'treats', 'narrates', 'supports', 'silent'] as const;
export type SectionRole = (typeof SECTION_ROLES)[number];

/** A section of the note: header and body; text before the first header is a section of kind `body` without header. */
export interface Section extends Range {
  readonly kind: string;
  readonly role: SectionRole;
  readonly header?: Range;
}

/** A note as it is read: tokens, sentences in order, sections in order (together they cover all tokens). */
export interface Reading {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly sections: readonly Section[];
}

export const MENTION_AXES = [
  'problem', 'symptom', 'site', 'level', 'laterality', 'radiation', 'imaging', 'chronicity', 'cause', 'procedure', 'encounter', 'agent', 'place',
] as const;
export type MentionAxis = (typeof MENTION_AXES)[number];

export const QUERY_AXES = [
  'laterality', 'region', 'specificity', 'chronicity', 'cause', 'imaging-correlation', 'certainty', 'conflict', 'encounter',
] as const;
export const QUERY_KINDS = ['not-specified', 'indicators-without-diagnosis', 'diagnosis-without-indicators', 'conflicting'] as const;

/**
 * A stretch of the note that says something on one axis. `via` is the id of the lexicon concept or recogniser.
 * `attributes` carry what one value cannot: radiation `{ to, side, extent }`, imaging `{ status, region }`.
 */
export interface Mention extends Range {
  readonly axis: MentionAxis;
  readonly value: string;
  readonly via: string;
  readonly sentence: number;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What a form leans on that counts only beside it: the part of the spine ("stenosis" of the "lumbar spine"), the pain that "goes down". */
  readonly anchor?: Range & { readonly sentence: number };
}

/** A context cue found in the text; `cue` is its id in lexicons/context.json. */
export interface CueMatch extends Range { readonly cue: string; readonly sentence: number }

/** A word that stops the reach of cues and bindings; `stop` is its class in lexicons/context.json. */
export interface StopMatch extends Range { readonly stop: string; readonly sentence: number }

/** All that the lexicons find in one note, each list in order of position. */
export interface Scan {
  readonly mentions: readonly Mention[];
  readonly cues: readonly CueMatch[];
  readonly stops: readonly StopMatch[];
}

export interface Assertion {
  readonly polarity: 'present' | 'absent';
  readonly certainty: 'certain' | 'possible';
  readonly time: 'current' | 'past' | 'planned';
  readonly subject: 'patient' | 'family' | 'other';
}

/** A mention with what the text says of it. `cues` set every dimension that is not the default (section headers count as cues). */
export interface AssertedMention extends Mention {
  readonly assertion: Assertion;
  readonly cues: readonly { readonly from: number; readonly to: number; readonly via: string }[];
}

/** One value that the text gives for one axis of a problem, and the mention that gives it. */
export interface AxisReading {
  readonly value: string;
  readonly mention: AssertedMention;
  readonly via: string;
  /** The statement of the problem that this reading belongs to. */
  readonly head?: AssertedMention;
  /** The image by which the place that it shows is the place of the problem. */
  readonly image?: AssertedMention;
}

/** A problem of the note with everything that belongs to it, said once or many times. */
export interface Finding {
  readonly problem: string;
  readonly mentions: readonly AssertedMention[];
  readonly assertion: Assertion;
  /** Readings by mention axis (laterality, level, site, chronicity, cause, imaging, radiation), in order of position. */
  readonly axes: Readonly<Record<string, readonly AxisReading[]>>;
  /** The strongest role of a section in which it is stated as `assertion` says. */
  readonly role: SectionRole;
  /** Problems that the note says come from this one ("low back pain secondary to facet arthropathy"). */
  readonly explains: readonly string[];
  /** Area of the spine it lies in, from its levels and sites ("neck", "low-back"); absent when nothing tells. */
  readonly area?: string;
  /** True when every statement of it reports an image or a test, not the provider's own diagnosis. */
  readonly imagingOnly: boolean;
}
