// The status of a code: sign and word, never colour alone.
import type { Candidate } from '../../../../wire.ts';

const STATUS: Readonly<Record<Candidate['status'], readonly [sign: string, word: string, says: string]>> = {
  supported: ['●', 'supported', 'fully documented'],
  underspecified: ['◐', 'underspecified', 'stands until the open question is answered'],
  conflicting: ['⚠', 'conflicting', 'the note contradicts itself'],
  excluded: ['○', 'not coded', 'considered and not coded'],
};

/** Sign and word. */
export function Status({ status }: { readonly status: Candidate['status'] }) {
  const [sign, word, says] = STATUS[status];
  return <span class={`status s-${status}`} title={says}><span aria-hidden="true">{sign}</span> {word}</span>;
}
