// Chromium for the tests of the page: where it is, and one started without a window.
// Not its job: installing it (scripts/with-chromium.sh does).
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The path of Chromium: $LUMBAGO_TEST_CHROMIUM or a usual place. @throws Error that says how to get one. */
export function findChromium(): string {
  const path = process.env.LUMBAGO_TEST_CHROMIUM ?? PLACES.find(existsSync);
  if (path !== undefined) return path;
  throw new Error('No Chromium found: the tests of the page need one. On Debian: apt-get update && apt-get install -y chromium; elsewhere set LUMBAGO_TEST_CHROMIUM to the path of Chromium or Chrome');
}

/** Starts Chromium. Close it after use. */
export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
