// The tally of many reports: what page, terminal and html report all show. Plain counts; every rate stands with its denominator.
// Not its job: counting (create-tally.ts), words for a share (write-share.ts), pictures (charts/).

/** So many of so many. */
export interface Share { readonly count: number; readonly of: number }

/** One code: in how many notes it is reported, by status there, and in how many it was considered and not coded. */
export interface CodeCount {
  readonly code: string;
  /** The title of the first report that has the code; a later release may word it otherwise. */
  readonly title: string;
  /** Notes that report it: supported, underspecified and conflicting together. */
  readonly notes: number;
  readonly supported: number;
  readonly underspecified: number;
  readonly conflicting: number;
  /** Notes that considered it and do not report it. */
  readonly excluded: number;
}

/** One axis: of the reported codes whose family has it (`of`), how many lack it and how many find it contradicted. */
export interface GapCount { readonly axis: string; readonly label: string; readonly missing: number; readonly conflicting: number; readonly of: number }

/** How often something was counted: an axis of queries, a reason or a category of rejects. */
export interface NamedCount { readonly name: string; readonly count: number }

/** One month of dates of service. */
export interface MonthCount {
  /** YYYY-MM. */
  readonly month: string;
  readonly notes: number;
  /** Reported codes, each once a note. */
  readonly codes: number;
  /** Of these, underspecified. */
  readonly unspecified: number;
  readonly queries: number;
}

export interface Tally {
  /** Reports counted. */
  readonly notes: number;
  /** Notes with at least one reported code. */
  readonly coded: number;
  /** Reported codes, each once a note. */
  readonly codes: number;
  /** Codes that stand underspecified, of the reported codes. */
  readonly unspecified: Share;
  /** Notes with at least one underspecified code, of the notes with codes. */
  readonly unspecifiedNotes: Share;
  /** Most frequent first, then by code. */
  readonly byCode: readonly CodeCount[];
  /** Axes that lack something, most frequent first. */
  readonly gaps: readonly GapCount[];
  readonly queries: { readonly total: number; readonly notes: number; readonly byAxis: readonly NamedCount[] };
  readonly rejects: { readonly total: number; readonly byReason: readonly NamedCount[]; readonly byCategory: readonly NamedCount[] };
  /** In order of time; months without notes are not listed. */
  readonly months: readonly MonthCount[];
  /** Notes without a date of service: they are in no month. */
  readonly undated: number;
}
