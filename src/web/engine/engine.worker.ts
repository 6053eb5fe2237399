// The worker of the page: questions in, replies out, one at a time and in order. The core is that of the command line.
// It opens no connection; knowledge and further tasks are loaded as scripts of the page.
import './seal.ts';
import type { Knowledge } from '../../lexicon/knowledge.ts';
import { analyzeForPage } from './analyze-task.ts';
import type { Question, Reply } from './tasks.ts';

const knowledge: Promise<Knowledge> = import('../../lexicon/load.ts').then(({ loadKnowledge }) => loadKnowledge());

async function perform({ task, input }: Question): Promise<unknown> {
  const known = await knowledge;
  if (task === 'analyze') return analyzeForPage(input, known);
  if (task === 'releases') return { newest: known.manifest.releases.at(-1)?.release ?? '', from: known.manifest.releases.map(({ release, from }) => ({ release, from })) };
  if (task === 'warm') return Promise.all([import('./desk.ts'), import('./search-task.ts')]).then(() => true);
  if (task === 'search') return (await import('./search-task.ts')).searchForPage(input, known);
  const { DESK } = await import('./desk.ts');
  return (DESK[task] as (input: unknown, knowledge: Knowledge) => unknown)(input, known);
}

/** The name of an error and the places it came through; never its message, which could quote the note. */
const faultOf = (error: unknown): string => error instanceof Error
  ? [error.name, ...(error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 4)].join(' ')
  : 'unknown error';

async function reply(question: Question): Promise<Reply> {
  try {
    return { id: question.id, ok: true, output: await perform(question) };
  } catch (error) {
    const says = error instanceof Error && error.name === 'AnswerError' ? error.message : undefined;
    return { id: question.id, ok: false, fault: faultOf(error), ...(says !== undefined && { says }) };
  }
}

let queue: Promise<void> = Promise.resolve();

addEventListener('message', ({ data: question }: MessageEvent<Question>) => {
  queue = queue.then(async () => { postMessage(await reply(question)); });
});
