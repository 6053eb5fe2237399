// The button that opens files from the disk.
import { useRef } from 'preact/hooks';
import { bringFiles } from '../../../state/bring-files.ts';

/** Opens notes, reports and sessions. */
export function FileButton() {
  const input = useRef<HTMLInputElement>(null);
  const take = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void => {
    bringFiles([...currentTarget.files ?? []]);
    currentTarget.value = '';
  };
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>Open files…</button>
      <input ref={input} type="file" multiple hidden aria-hidden="true" tabIndex={-1} onChange={take} />
    </>
  );
}
