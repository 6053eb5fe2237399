// Where imported releases are kept: the user's own data folder, by the custom of the system.
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** $LUMBAGO_DATA, else $XDG_DATA_HOME/lumbago, else the folder that Windows, macOS or Linux has for the data of programs. */
export function dataFolder(env: Environment = process.env, platform: string = process.platform): string {
  if (env['LUMBAGO_DATA']) return env['LUMBAGO_DATA'];
  if (env['XDG_DATA_HOME']) return join(env['XDG_DATA_HOME'], 'lumbago');
  const home = env['HOME'] || env['USERPROFILE'] || homedir();
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'lumbago');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'lumbago');
  return join(home, '.local', 'share', 'lumbago');
}
