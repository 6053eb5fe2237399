// Answers that are worked out once and kept: of a case while its note is coded, of the lexicons for good.
// In: a pure question. Out: the same question, asked of its keys once. A case that is gone takes its answers with it.

/** Works out an answer once for each pair of an owner (a case, a Knowledge) and a key. */
export function once<O extends object, K, T>(answer: (key: K, owner: O) => T): (key: K, owner: O) => T {
  const known = new WeakMap<O, Map<K, T>>();
  return (key, owner) => {
    let answers = known.get(owner);
    if (!answers) known.set(owner, answers = new Map());
    if (!answers.has(key)) answers.set(key, answer(key, owner));
    return answers.get(key)!;
  };
}

/** Works out an answer once for each owner. */
export function onceFor<O extends object, T>(answer: (owner: O) => T): (owner: O) => T {
  const known = new WeakMap<O, { readonly answer: T }>();
  return (owner) => {
    let found = known.get(owner);
    if (!found) known.set(owner, found = { answer: answer(owner) });
    return found.answer;
  };
}
