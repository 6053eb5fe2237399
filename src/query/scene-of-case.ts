// The scene of the linter for a note that has just been read: its text, its statements and its findings.
import type { Case } from '../code/case.ts';
import { spanOf } from '../span.ts';
import type { LintScene } from './lint/lint-scene.ts';

/** What the rules may look at of a case. */
export function sceneOfCase({ note, reading, mentions, findings, knowledge }: Case): LintScene {
  return {
    knowledge, text: note.text,
    statements: mentions.map((mention) => {
      const { start, end } = spanOf(reading, mention);
      return { axis: mention.axis, value: mention.value, assertion: mention.assertion, start, end };
    }),
    problems: findings.map(({ problem, assertion }) => ({ problem, assertion })),
  };
}
