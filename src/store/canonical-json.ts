// One spelling of a JSON value, for digests: fields in order of code units, no white space.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** `{ b: 1, a: [] }` → `{"a":[],"b":1}`. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((part: Json) => canonicalJson(part)).join(',')}]`;
  const fields = Object.entries(value as { readonly [name: string]: Json }).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`).join(',')}}`;
}
