// Text of a file → its JSON values, each with where it stands: one value, an array of them, or one a line.
// In: text and the name of its file. Out: values, unchecked. @throws CliFailure (65) with the line that is no JSON.
import { CliFailure, EXIT } from './exit.ts';

export interface Parsed { readonly where: string; readonly json: unknown }

/** All values; `what` names one of them ("report") and `hint` says what to give instead of what is no JSON. */
export function parseJsonValues(text: string, name: string, { what, hint }: { readonly what: string; readonly hint: string }): readonly Parsed[] {
  const whole = parseJson(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole.map((json: unknown, index) => ({ where: `${name}, ${what} ${index + 1}`, json })) : [{ where: name, json: whole }];
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const json = parseJson(line);
    if (json === undefined) throw new CliFailure(EXIT.unreadable, `${name}, line ${index + 1}: is not JSON; ${hint}`);
    return [{ where: `${name}, line ${index + 1}`, json }];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
