// How people write a code → how the Tabular List does.

/** "m54.42" or "M5442" → "M54.42"; codes of digits alone (ICD-9) get their dot too: "7242" → "724.2". */
export function writeCode(input: string): string {
  const plain = input.trim().toUpperCase().replace('.', '');
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}
