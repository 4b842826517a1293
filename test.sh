#!/usr/bin/env bash
# Installs what the tests need, builds, runs every test, and ends with "N passed, N failed, N skipped".
# Arguments go to "dotnet test", for example: ./test.sh --filter Goals
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source scripts/build.sh

if [ "${1:-}" = --help ]; then
  say "Usage: ./test.sh [arguments for dotnet test]"
  exit 0
fi

need_dotnet

# Servers and tools of the tests. Without root or apt, tests that need a missing one are skipped and say so.
missing=()
has_chromium || missing+=(chromium)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
has_libvips || missing+=(libvips42)
has_poppler || missing+=(poppler-utils)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing ${missing[*]}…"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null 2>&1 \
      || say "Could not install ${missing[*]}: their tests are skipped."
  else
    say "Not installed: ${missing[*]}. Their tests are skipped (as root on Debian this script installs them)."
  fi
fi

lib
dotnet restore --nologo --verbosity quiet ${CI:+--locked-mode}
dotnet build --configuration Release --no-restore --nologo --verbosity quiet

mkdir -p artifacts
log=artifacts/test.log
: > "$log"
status=0
for project in tests/*.Tests; do
  say "Testing ${project#tests/}…"
  dotnet test "$project" --configuration Release --no-build --nologo "$@" 2>&1 | tee -a "$log" || status=1
done

# VSTest closes each assembly with "Passed!  - Failed: 0, Passed: 4, Skipped: 0, …": add them up.
awk -v status="$status" '
  /Failed: *[0-9]+, Passed: *[0-9]+, Skipped: *[0-9]+/ {
    match($0, /Failed: *[0-9]+/); f += substr($0, RSTART + 7, RLENGTH - 7)
    match($0, /Passed: *[0-9]+/); p += substr($0, RSTART + 7, RLENGTH - 7)
    match($0, /Skipped: *[0-9]+/); s += substr($0, RSTART + 8, RLENGTH - 8)
  }
  END {
    if (p + f == 0) { print "No test ran." > "/dev/stderr"; status = 1 }
    if (status != 0 && f == 0) { f = 1 }
    printf "%d passed, %d failed, %d skipped\n", p, f, s
    exit (status != 0 || f > 0)
  }' "$log"
