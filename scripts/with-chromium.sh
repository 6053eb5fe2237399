#!/usr/bin/env bash
# Runs a command with Chromium at hand, which the tests of the page drive: scripts/with-chromium.sh npx vitest run test/web
# Where it is absent, root on Debian installs it; where it cannot be had, the command runs all the same and its tests say what to do.
# Exit code: that of the command.
set -uo pipefail

[ "$#" -gt 0 ] || { echo 'with-chromium: name a command to run' >&2; exit 2; }
if [ -z "${LUMBAGO_TEST_CHROMIUM:-}" ] && ! command -v chromium chromium-browser google-chrome >/dev/null; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo 'with-chromium: Chromium is absent; installing it with apt-get' >&2
    log=$(mktemp)
    (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium) >"$log" 2>&1 || tail -n 5 "$log" >&2
    rm -f "$log"
  fi
fi
exec "$@"
