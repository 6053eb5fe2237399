// Colours for a terminal, or none: every painter returns plain text when colour is off.
// Without colour, meaning is carried by words, signs and ⟦brackets⟧.
export interface Painter {
  readonly on: boolean;
  readonly paint: (sgr: string, text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

const STATUS_SGR: Readonly<Record<string, string>> = {
  supported: '1;32', underspecified: '1;33', conflicting: '1;31', excluded: '2', error: '1;31', warning: '1;33', information: '36',
};

/** A painter for colour on or off. */
export function createPainter(mode: { readonly color: boolean }): Painter {
  const paint = (sgr: string, text: string): string => (mode.color && text !== '' ? `\u001b[${sgr}m${text}\u001b[0m` : text);
  return { on: mode.color, paint, bold: (text) => paint('1', text), dim: (text) => paint('2', text) };
}

/** A word painted by candidate status or by severity. */
export function paintStatus(painter: Painter, status: string, text: string): string {
  return painter.paint(STATUS_SGR[status] ?? '0', text);
}
