// Where results are dropped or chosen: a folder of `lumbago batch`, or files of reports.
import { useRef } from 'preact/hooks';
import { filesOfField } from './dropped-files.ts';
import { hovered, readFiles } from './results.ts';

/** The drop area with its two buttons (the view takes the drop); `compact` is the buttons alone. */
export function FilePicker({ compact = false }: { readonly compact?: boolean }) {
  if (compact) return <div class="pickers"><Pickers /></div>;
  return (
    <div class={hovered.value ? 'drop over' : 'drop'}>
      <p class="drop-title">Drop a results folder here</p>
      <p class="quiet">What <code>lumbago batch</code> wrote (part-*.jsonl, rejects.jsonl, manifest.json), or any reports as JSON Lines, gzip too.</p>
      <div class="pickers"><Pickers /></div>
      <p class="quiet">The files are read in this page and go nowhere.</p>
    </div>
  );
}

function Pickers() {
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const take = ({ currentTarget: field }: { readonly currentTarget: HTMLInputElement }): void => {
    readFiles(filesOfField(field.files));
    field.value = '';
  };
  return (
    <>
      <button type="button" class="primary" onClick={() => folder.current?.click()}>Open a folder</button>
      <button type="button" onClick={() => files.current?.click()}>Open files</button>
      <input ref={folder} type="file" hidden aria-label="Results folder" {...{ webkitdirectory: true }} onChange={take} />
      <input ref={files} type="file" hidden multiple aria-label="Result files" accept=".jsonl,.ndjson,.json,.gz" onChange={take} />
    </>
  );
}
