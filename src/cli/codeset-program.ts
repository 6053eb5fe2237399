// `lumbago codeset` for commander: its commands, flags, help and examples. What they do is in commands/codeset.ts.
import { InvalidArgumentError, type Command } from 'commander';
import { parseRelease } from '../codeset/release-name.ts';
import type { ImportFlags, ListFlags } from './commands/codeset.ts';
import type { Frame } from './program.ts';

const EXIT_CODES = `
Exit codes:
  0 done · 1 internal failure · 2 usage · 65 a file is cut, damaged or foreign: nothing was changed
  66 no such input · 73 cannot write`;

const DATA_FOLDER = `
Releases are kept in $LUMBAGO_DATA, else $XDG_DATA_HOME/lumbago, else ~/.local/share/lumbago
(Windows: %LOCALAPPDATA%\\lumbago; macOS: ~/Library/Application Support/lumbago).`;

const IMPORT_HELP = `
Files, as CDC and CMS publish them, or inside their .zip, or as .gz:
  order file, codes file, code addenda     icd10cm-order-2026.txt, icd10cm-codes-2026.txt, …
  Tabular List, Alphabetic Index as XML    icd10cm-tabular-2026.xml, icd10cm-index-2026.xml, …
  SNOMED CT map, your own licensed copy    der2_iisssccRefset_ExtendedMapSnapshot_US…txt

Files of one fiscal year complete one release, in one run or in several. Code addenda need the release before.
When one file is refused, nothing is stored.
${DATA_FOLDER}

Examples:
  lumbago codeset import icd10cm-order-2026.txt
  lumbago codeset import icd10cm-code-descriptions-2027.zip icd10cm-table-and-index-2027.zip
  lumbago codeset import --release FY2025-04 order.txt tabular.xml
  lumbago codeset import --json icd10cm-codes-addenda-2027.txt
${EXIT_CODES}`;

const LIST_HELP = `${DATA_FOLDER}

Examples:
  lumbago codeset list
  lumbago codeset list --json
${EXIT_CODES}`;

const REMOVE_HELP = `
Examples:
  lumbago codeset remove FY2026
  lumbago codeset remove FY2025-04
  lumbago codeset remove snomed-map
${EXIT_CODES}`;

/** Adds `codeset` with `import`, `list` and `remove`. */
export function addCodeset(program: Command, { io, done }: Frame): void {
  const codeset = program.command('codeset').summary('import official releases').description('Works on the official releases of ICD-10-CM that lumbago may look things up in.');
  codeset.command(`import`).summary('read official files').description('Reads official files, checks them whole and keeps one compact file per release.')
    .argument('<FILE...>', 'official files, .zip and .gz as published')
    .option('--release <name>', 'the release they belong to, such as FY2026 or FY2025-04, where names do not say it', checkRelease)
    .option('--json', 'the summary as JSON')
    .option('--quiet', 'no progress')
    .addHelpText('after', IMPORT_HELP)
    .action(async (files: string[], flags: ImportFlags) => done(await (await import('./commands/codeset.ts')).runImport(files, flags, io)));
  codeset.command('list').summary('what is imported').description('Lists the imported releases.')
    .option('--json', 'as JSON, with the files and their sha256').addHelpText('after', LIST_HELP)
    .action(async (flags: ListFlags) => done(await (await import('./commands/codeset.ts')).runList(flags, io)));
  codeset.command('remove').summary('forget a release').description('Removes an imported release, or the SNOMED CT map.')
    .argument('<RELEASE>', 'such as FY2026, or snomed-map').addHelpText('after', REMOVE_HELP)
    .action(async (name: string) => done(await (await import('./commands/codeset.ts')).runRemove(name, io)));
}

function checkRelease(value: string): string {
  const release = parseRelease(value);
  if (release === undefined) throw new InvalidArgumentError('It is FY and four digits, such as FY2026, with -04 for the update of April.');
  return release;
}
