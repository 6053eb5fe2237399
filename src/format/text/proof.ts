// A counterfactual proof for a terminal: which words were blanked, and what the note codes without them and with them alone.
// In: a proof, or none for a code that is not reported. Out: lines that begin with an empty one. It proves nothing itself.
import type { Proof } from '../../index.ts';
import type { RenderOptions } from '../parts/format.ts';
import { oneLine } from '../parts/visible.ts';
import { createPainter, paintStatus } from './paint.ts';
import { wrapWords } from './wrap.ts';

type Trial = Proof['without'];

/** The proof of a code, to stand below its explanation, ending with a line break. */
export function renderProof(proof: Proof | undefined, options: RenderOptions): string {
  const painter = createPainter(options);
  const width = Math.max(options.width, 40);
  if (!proof) return `\n${painter.bold('Proof')}\n${wrapWords('The code is not reported, so there is nothing to prove.', { first: ' · ', width })}\n`;
  const { code, holds, evidence, without, alone } = proof;
  const words = [...new Set(evidence.map(({ text }) => `"${oneLine(text)}"`))].join(', ');
  const said = (trial: Trial, words: string): string => wrapWords(`${words}; ${codesOf(trial)}.`, { first: trial.holds ? ' ✓ ' : ' ✗ ', width });
  return [
    '', `${painter.bold('Proof')} ${paintStatus(painter, holds ? 'supported' : 'conflicting', holds ? 'holds' : 'does not hold: the evidence is incomplete')}`,
    wrapWords(`The words: ${words}`, { first: '   ', width }),
    said(without, `These words blanked: ${code} ${without.holds ? 'goes' : 'does not go'}`),
    said(alone, `All but these words, the headers and the joining words blanked: ${code} ${alone.holds ? 'stays' : 'does not stay'}`), '',
  ].join('\n');
}

const codesOf = ({ codes }: Trial): string => codes.length ? `the note codes ${codes.join(', ')}` : 'the note codes nothing';
