// A component that is loaded when it is first shown, so that the first look at a note does not wait for it.
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { tell } from '../state/voice.ts';

/** Wraps an import; nothing is shown while it loads. The loaded component is kept. */
export function later<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | undefined;
  return function Later(props: Props) {
    const [Shown, show] = useState<FunctionComponent<Props> | undefined>(() => loaded);
    useEffect(() => {
      if (Shown) return;
      load().then((component) => { loaded = component; show(() => component); }, () => tell('error', 'A part of the page could not be loaded; reload the page. Save your session first'));
    }, []);
    return Shown ? <Shown {...props} /> : null;
  };
}
