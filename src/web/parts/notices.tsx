// Notices that stay until they are put away, and the one polite line that screen readers hear.
import { notices, putAway, spoken } from '../state/voice.ts';

/** Both; the line is always there, so that its changes are heard. */
export function Notices() {
  return (
    <>
      <div class="unseen" role="status" aria-live="polite" aria-atomic="true">{spoken.value}</div>
      {notices.value.length > 0 && (
        <aside class="notices-frame" aria-label="Notices"><ul class="notices" aria-label="Notices">
          {notices.value.map(({ key, kind, says, more }) => (
            <li key={key} class={`notice ${kind}`}>
              <div><span aria-hidden="true">{kind === 'error' ? '⚠' : 'ⓘ'}</span> {says}{more && <ul>{more.map((line) => <li key={line}>{line}</li>)}</ul>}</div>
              <button type="button" class="bare" onClick={() => putAway(key)} aria-label={`Put away: ${says}`}>Put away</button>
            </li>
          ))}
        </ul></aside>
      )}
    </>
  );
}
