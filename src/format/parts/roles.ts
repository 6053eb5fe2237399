// How a role of evidence looks: one row per role, for terminal and page alike.
// Axes of code tables have roles of their own ("sciatic-side"): they look like what was found for them.
// Colour never stands alone: every role has an underline style and a label too.

export interface RoleLook {
  readonly label: string;
  /** SGR parameters for a terminal. */
  readonly ansi: string;
  /** Hue in degrees and underline style on the page. */
  readonly hue: number;
  readonly line: 'solid' | 'dashed' | 'dotted' | 'double';
}

export const ROLES: Readonly<Record<string, RoleLook>> = {
  problem: { label: 'Problem', ansi: '1;35', hue: 285, line: 'solid' },
  companion: { label: 'Companion', ansi: '35', hue: 285, line: 'dashed' },
  symptom: { label: 'Symptom', ansi: '35', hue: 330, line: 'solid' },
  site: { label: 'Site', ansi: '34', hue: 215, line: 'solid' },
  region: { label: 'Region', ansi: '34', hue: 215, line: 'dashed' },
  level: { label: 'Level', ansi: '36', hue: 190, line: 'dotted' },
  laterality: { label: 'Side', ansi: '33', hue: 42, line: 'double' },
  radiation: { label: 'Radiation', ansi: '32', hue: 150, line: 'dashed' },
  imaging: { label: 'Imaging', ansi: '94', hue: 235, line: 'dotted' },
  chronicity: { label: 'Duration', ansi: '92', hue: 120, line: 'dashed' },
  cause: { label: 'Cause', ansi: '91', hue: 20, line: 'dashed' },
  procedure: { label: 'Procedure', ansi: '95', hue: 260, line: 'dotted' },
  encounter: { label: 'Encounter', ansi: '96', hue: 175, line: 'dotted' },
  cue: { label: 'Context word', ansi: '31', hue: 0, line: 'dotted' },
};

const OTHER: RoleLook = { label: 'Other evidence', ansi: '36', hue: 200, line: 'solid' };

/** What may be lit up: words with a role, and the lexicon entry or recogniser that found them. */
export interface Lit { readonly role: string; readonly via: string }

/** Recognisers and headers that are named otherwise than the row they look like. */
const ALSO: Readonly<Record<string, string>> = { side: 'laterality', duration: 'chronicity', section: 'cue' };

/** The row for some evidence: that of its role, else that of the entry that found it ("recogniser.level" → level), else `other`. */
export function kindOf({ role, via }: Lit): string {
  const names = [role, ...via.split('.')].map((name) => (Object.hasOwn(ALSO, name) ? ALSO[name] ?? name : name));
  return names.find((name) => Object.hasOwn(ROLES, name)) ?? 'other';
}

/** The look of a kind. */
export function lookOf(kind: string): RoleLook {
  return ROLES[kind] ?? OTHER;
}
