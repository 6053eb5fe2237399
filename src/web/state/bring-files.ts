// The way of files to the desk: what reads them is loaded when the first ones come.
import { tell } from './voice.ts';

/** Takes files that were dropped or chosen. */
export function bringFiles(files: readonly File[]): void {
  import('./take-files.ts').then(({ takeFiles }) => takeFiles(files), () => tell('error', 'The part of the page that reads files could not be loaded; reload the page. Save your session first'));
}
