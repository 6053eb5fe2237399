// Every unordered pair of chosen codes, the earlier one first; a code that stands twice counts once.

export const pairsOf = (codes: readonly string[]): readonly (readonly [string, string])[] => {
  const distinct = [...new Set(codes)];
  return distinct.flatMap((one, at) => distinct.slice(at + 1).map((other) => [one, other] as const));
};
