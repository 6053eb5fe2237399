// The badge that says what is true of this page: whether anything can leave it, read from its own policy.
import { isServed } from '../state/view.ts';

const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
const isSealed = /connect-src 'none'/.test(policy);
const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname);

interface Told { readonly says: string; readonly why: string }

function tell(): Told {
  if (isSealed) return { says: 'Nothing leaves this page', why: 'Notes are read in this tab. The policy of the page (connect-src \'none\') lets it open no connection.' };
  if (isServed && isHere) return { says: 'Nothing leaves this machine', why: 'Notes are read in this tab. The page may speak with the lumbago server on this machine, for the worklist, and with nobody else.' };
  return { says: `Connected to ${location.hostname}`, why: 'Notes are read in this tab; the worklist speaks with the server this page came from.' };
}

/** What is true, with the reason. */
export function OfflineBadge() {
  const { says, why } = tell();
  return <span class="badge" title={why}><span aria-hidden="true">●</span> {says}<span class="unseen">. {why}</span></span>;
}
